import { CopyObjectCommand, PutObjectCommand, type CopyObjectCommandInput } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { elementOf, send, signed } from './sendRequest';
import { startS3 } from './startS3';

const Bucket = 'bytes';

describe('a write', () => {
  const multiple = 'Multiple conditional request headers present in the request';
  const unaccepted = (name: string) => `We don't accept the provided value of ${name} header for this API`;

  it.each([
    [{ 'if-match': '*' }, 'If-Match', unaccepted('If-Match')],
    [{ 'if-none-match': '"abc"' }, 'If-None-Match', unaccepted('If-None-Match')],
    [{ 'if-match': '"abc"', 'if-none-match': '*' }, 'If-Match,If-None-Match', multiple],
  ])('takes no conditions like %j', async (headers, name, message) => {
    const { port } = await startS3();

    const request = { method: 'PUT', path: '/bytes/k', headers: { 'content-length': '1', ...headers }, body: 'x' };
    const answer = await send(port, await signed(port, request));

    const details = ['Code', 'Header', 'additionalMessage'].map((element) => elementOf(answer.text, element));
    expect([answer.status, ...details]).toEqual([501, 'NotImplemented', name, message]);
  });

  it('under If-Match names the key that is missing', async () => {
    const s3 = (await startS3()).client();

    const write = s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', IfMatch: 'abcdef' }));

    await expect(write).rejects.toMatchObject({ name: 'NoSuchKey', Key: 'k', $metadata: { httpStatusCode: 404 } });
  });
});

describe('a copy', () => {
  const clock = () => Date.parse('2026-01-31T12:00:00Z');
  const before = new Date(clock() - 60_000);
  const etag = '"0cc175b9c0f1b6a831c399e269772661"'; // of 'a'

  const copy = async (input: Partial<CopyObjectCommandInput>) => {
    const s3 = (await startS3({ clock })).client({ systemClockOffset: clock() - Date.now() });
    await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'a' }));
    return s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/k`, ...input }));
  };

  it.each<[Partial<CopyObjectCommandInput>, string]>([
    [{ CopySourceIfMatch: '"x"' }, 'x-amz-copy-source-If-Match'],
    [{ CopySourceIfUnmodifiedSince: before }, 'x-amz-copy-source-If-Unmodified-Since'],
    [{ CopySourceIfUnmodifiedSince: before, CopySourceIfNoneMatch: etag }, 'x-amz-copy-source-If-Unmodified-Since'],
    [{ CopySourceIfNoneMatch: etag }, 'x-amz-copy-source-If-None-Match'],
    [{ CopySourceIfModifiedSince: new Date(clock()) }, 'x-amz-copy-source-If-Modified-Since'],
  ])('names the condition of its source that fails: %j', async (input, Condition) => {
    await expect(copy(input)).rejects.toMatchObject({ name: 'PreconditionFailed', Condition });
  });

  it('does not mind that its source is not newer than a date in the future', async () => {
    const copied = await copy({ CopySourceIfModifiedSince: new Date(clock() + 60_000) });

    expect(copied.CopyObjectResult?.ETag).toBe(etag);
  });
});
