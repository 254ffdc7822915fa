import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { describe, expect, it } from 'vitest';
import { startSession } from './startSession';

const MiB = 1024 ** 2;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('@aws-sdk/lib-storage', () => {
  it('uploads a stream whose length nobody knows', async () => {
    const { s3, twin } = await startSession();
    const target = { Bucket: twin.endpoints.bucket, Key: 'streams/one' };
    const pieces = Array.from({ length: 13 }, () => randomBytes(MiB));

    const done = await new Upload({ client: s3, params: { ...target, Body: Readable.from(pieces) } }).done();
    const got = await s3.send(new GetObjectCommand({ ...target, ChecksumMode: 'ENABLED' }));
    const bytes = (await got.Body?.transformToByteArray()) ?? new Uint8Array();

    expect(done.ETag).toMatch(/-3"$/);
    expect(got).toMatchObject({ ETag: done.ETag, VersionId: done.VersionId, ContentLength: 13 * MiB });
    expect(sha256(bytes)).toBe(sha256(Buffer.concat(pieces)));
  });

  it('leaves no object of an upload that is aborted', async () => {
    const { s3, twin } = await startSession();
    const target = { Bucket: twin.endpoints.bucket, Key: 'streams/aborted' };
    const upload = new Upload({ client: s3, params: { ...target, Body: Buffer.alloc(20 * MiB) } });
    upload.on('httpUploadProgress', () => void upload.abort());

    await expect(upload.done()).rejects.toMatchObject({ name: 'AbortError' });

    await expect(s3.send(new HeadObjectCommand(target))).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('@aws-sdk/s3-presigned-post', () => {
  const post = async (bytes: Buffer<ArrayBuffer>, type = 'image/png') => {
    const { s3, twin } = await startSession();
    const target = { Bucket: twin.endpoints.bucket, Key: 'forms/one.png' };
    const { url, fields } = await createPresignedPost(s3, {
      ...target,
      Conditions: [
        ['content-length-range', 1, 100],
        ['eq', '$Content-Type', 'image/png'],
      ],
      Fields: { 'Content-Type': type, success_action_status: '201' },
      Expires: 60,
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([bytes]), 'local name.png');
    const answer = await fetch(url, { method: 'POST', body: form });
    return { s3, target, answer, text: await answer.text() };
  };

  it('uploads a form', async () => {
    const { s3, target, answer } = await post(Buffer.alloc(100));
    const head = await s3.send(new HeadObjectCommand(target));

    expect(answer.status).toBe(201);
    expect(head).toMatchObject({ ContentLength: 100, ContentType: 'image/png' });
  });

  it('is refused what its policy forbids', async () => {
    const large = await post(Buffer.alloc(101));
    const other = await post(Buffer.alloc(1), 'text/html');

    expect([large.answer.status, other.answer.status]).toEqual([400, 403]);
    expect(large.text).toContain('<Code>EntityTooLarge</Code>');
    expect(other.text).toContain('<Code>AccessDenied</Code>');
  });
});
