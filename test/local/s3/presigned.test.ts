import { createHash } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it } from 'vitest';
import { reader, session } from './fixtures';
import { startS3 } from './startS3';
import { elementOf, presigned, send } from './sendRequest';

const body = 'hello world';
const sha256 = createHash('sha256').update(body).digest('base64');
const headers = {
  'content-type': 'text/plain',
  'content-length': String(body.length),
  'if-none-match': '*',
  'x-amz-checksum-sha256': sha256,
};
const put = { method: 'PUT', path: '/bytes/uploads/one', headers };

describe('a presigned PUT with every header signed', () => {
  it('stores the bytes once, and only once', async () => {
    const { port } = await startS3();
    const path = await presigned(port, put);

    const first = await send(port, { ...put, path, body });
    const second = await send(port, { ...put, path, body });

    expect(first).toMatchObject({
      status: 200,
      headers: { 'x-amz-checksum-sha256': sha256, etag: expect.any(String) },
    });
    expect(second.status).toBe(412);
    expect(elementOf(second.text, 'Code')).toBe('PreconditionFailed');
  });

  it.each([
    ['another type', { 'content-type': 'text/html' }],
    ['another length', { 'content-length': '5' }],
    ['no condition', { 'if-none-match': undefined }],
    ['another checksum', { 'x-amz-checksum-sha256': createHash('sha256').update('other').digest('base64') }],
    ['no checksum', { 'x-amz-checksum-sha256': undefined }],
    ['another host', { host: 'localhost' }],
  ])('is refused with %s', async (_, change) => {
    const { port } = await startS3();
    const path = await presigned(port, put);
    const changed: Record<string, string> = {};
    for (const [name, value] of Object.entries({ ...headers, ...change }))
      if (value !== undefined) changed[name] = value;

    const answer = await send(port, {
      method: 'PUT',
      path,
      headers: changed,
      body: body.slice(0, Number(changed['content-length'])),
    });

    expect(answer.status).toBe(403);
    expect(elementOf(answer.text, 'Code')).toBe('SignatureDoesNotMatch');
    expect(elementOf(answer.text, 'StringToSign')).toMatch(/^AWS4-HMAC-SHA256\n/);
    expect(elementOf(answer.text, 'CanonicalRequest')).toMatch(/^PUT\n\/bytes\/uploads\/one\n/);
  });

  it.each([
    ['another key', (path: string) => path.replace('/uploads/one', '/uploads/two')],
    ['a dot segment', (path: string) => path.replace('/uploads/one', '/uploads/./one')],
    ['a doubled slash', (path: string) => path.replace('/uploads/one', '/uploads//one')],
    ['a parent segment', (path: string) => path.replace('/uploads/one', '/uploads/x/../one')],
    ['another bucket', (path: string) => path.replace('/bytes/', '/plain/')],
    ['an extra parameter', (path: string) => `${path}&x-amz-acl=private`],
    ['an extra bare parameter', (path: string) => `${path}&versions`],
    ['a longer life', (path: string) => path.replace('X-Amz-Expires=300', 'X-Amz-Expires=3000')],
    ['fewer signed headers', (path: string) => path.replace(/(SignedHeaders=)[^&]*/, '$1host')],
    ['another signature', (path: string) => path.replace(/(X-Amz-Signature=).{4}/, '$10000')],
    ['a signature of other letters', (path: string) => path.replace(/(X-Amz-Signature=).{4}/, '$1%C3%A9000')],
  ])('is refused with %s', async (_, change) => {
    const { port } = await startS3();
    const path = change(await presigned(port, put));

    const answer = await send(port, { ...put, path, body });

    expect(answer.status).toBe(403);
    expect(['SignatureDoesNotMatch', 'AccessDenied']).toContain(elementOf(answer.text, 'Code'));
  });

  it('is refused for another method', async () => {
    const { port } = await startS3();
    const path = await presigned(port, put);

    const answer = await send(port, { path, headers: { 'content-type': 'text/plain' } });

    expect(elementOf(answer.text, 'Code')).toBe('SignatureDoesNotMatch');
  });

  it('is refused with an x-amz header that was not signed', async () => {
    const { port } = await startS3();
    const path = await presigned(port, put);

    const answer = await send(port, { ...put, headers: { ...headers, 'x-amz-meta-a': 'b' }, path, body });

    expect(elementOf(answer.text, 'Code')).toBe('AccessDenied');
    expect(elementOf(answer.text, 'HeadersNotSigned')).toBe('x-amz-meta-a');
  });

  it('is refused for bytes that do not have the signed checksum', async () => {
    const { port } = await startS3();
    const path = await presigned(port, put);

    const answer = await send(port, { ...put, path, body: 'HELLO WORLD' });

    expect(answer.status).toBe(400);
    expect(elementOf(answer.text, 'Code')).toBe('BadDigest');
  });
});

describe('the life of a presigned URL', () => {
  const now = Date.parse('2026-01-31T12:00:00Z');

  it.each([
    ['in its last second', 300, 200, undefined],
    ['a second later', 301, 403, 'Request has expired'],
    ['when signed a little ahead', -899, 200, undefined],
    ['when signed far ahead', -901, 403, 'Request is not yet valid'],
  ])('%s', async (_, ageSeconds, status, message) => {
    const { port } = await startS3({ clock: () => now });
    const path = await presigned(
      port,
      { method: 'PUT', path: '/bytes/k' },
      { date: new Date(now - ageSeconds * 1000) },
    );

    const answer = await send(port, { method: 'PUT', path, headers: { 'content-length': '0' } });

    expect(answer.status).toBe(status);
    expect(elementOf(answer.text, 'Message')).toBe(message);
  });

  it.each([
    ['X-Amz-Expires=300', 'X-Amz-Expires=604801'],
    ['X-Amz-Expires=300', 'X-Amz-Expires=-1'],
    ['X-Amz-Expires=300', 'X-Amz-Expires=soon'],
    ['X-Amz-Expires=300', 'X-Amz-Expires=300&X-Amz-Expires=300'],
    ['X-Amz-Algorithm=AWS4-HMAC-SHA256', 'X-Amz-Algorithm=AWS4-HMAC-SHA512'],
    ['%2Fs3%2F', '%2Fsqs%2F'],
    ['%2Feu-central-1%2F', '%2Fus-east-1%2F'],
    ['X-Amz-Date=2', 'X-Amz-Date=x'],
    ['X-Amz-SignedHeaders=host', ''],
  ])('refuses a URL whose %s became %s', async (from, to) => {
    const { port } = await startS3();
    const path = (await presigned(port, { path: '/bytes/k' })).replace(from, to);

    const answer = await send(port, { path });

    expect(answer.status).toBe(400);
    expect(elementOf(answer.text, 'Code')).toBe('AuthorizationQueryParametersError');
  });
});

describe('the credential of a presigned URL', () => {
  const malformed = 'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".';

  it.each([
    ['%2Fs3%2F', '%252Fs3%2F', malformed],
    ['%2Feu-central-1%2F', '%2Fus-east-1%2F', "the region 'us-east-1' is wrong; expecting 'eu-central-1'"],
  ])('is refused in S3’s words when its %s became %s', async (from, to, reason) => {
    const { port } = await startS3();
    const path = (await presigned(port, { path: '/bytes/k' })).replace(from, to);

    const answer = await send(port, { path });

    expect(answer.text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain(
      `<Message>Error parsing the X-Amz-Credential parameter; ${reason}</Message>`,
    );
  });
});

describe('URLs of the SDK’s presigner', () => {
  it('fetch what they name, with the overrides in them', async () => {
    const { client } = await startS3();
    const s3 = client();
    await s3.send(new PutObjectCommand({ Bucket: 'bytes', Key: 'report (1).txt', Body: body }));
    const ResponseContentDisposition = "attachment; filename*=UTF-8''%C3%BC%20%28a%29.txt";

    const url = await getSignedUrl(
      s3,
      new GetObjectCommand({
        Bucket: 'bytes',
        Key: 'report (1).txt',
        ResponseContentDisposition,
        ResponseContentType: 'text/csv',
      }),
    );
    const answer = await fetch(url);
    const range = await fetch(url, { headers: { range: 'bytes=-5' } });

    expect(await answer.text()).toBe(body);
    expect(answer.headers.get('content-disposition')).toBe(ResponseContentDisposition);
    expect(answer.headers.get('content-type')).toBe('text/csv');
    expect([range.status, await range.text()]).toEqual([206, 'world']);
  });

  it('put what fetch sends, with metadata that was moved into the query', async () => {
    const { client } = await startS3();
    const s3 = client({ credentials: session, requestChecksumCalculation: 'WHEN_REQUIRED' });
    const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket: 'bytes', Key: 'k', Metadata: { color: 'red' } }));

    const answer = await fetch(url, { method: 'PUT', body });
    const got = await s3.send(new GetObjectCommand({ Bucket: 'bytes', Key: 'k' }));

    expect(answer.status).toBe(200);
    expect(got.Metadata).toEqual({ color: 'red' });
  });

  it('work with the bucket in the host name', async () => {
    const { port } = await startS3();
    const host = `bytes.localhost:${port}`;
    const path = await presigned(port, { method: 'PUT', path: '/by host', headers: { host } }, { host });

    const put = await send(port, { method: 'PUT', path, headers: { host, 'content-length': '2' }, body: 'ok' });
    const got = await send(port, { path: await presigned(port, { path: '/bytes/by host' }) });

    expect(put.status).toBe(200);
    expect(got.text).toBe('ok');
  });

  it('give a principal no more than it may', async () => {
    const { port } = await startS3();
    const as = { credentials: reader };

    const write = await send(port, {
      method: 'PUT',
      path: await presigned(port, { method: 'PUT', path: '/bytes/k' }, as),
      headers: { 'content-length': '0' },
    });
    const missing = await send(port, { path: await presigned(port, { path: '/bytes/none' }, as) });
    const missingForOwner = await send(port, { path: await presigned(port, { path: '/bytes/none' }) });

    expect([write.status, elementOf(write.text, 'Code')]).toEqual([403, 'AccessDenied']);
    expect([missing.status, elementOf(missing.text, 'Code')]).toEqual([403, 'AccessDenied']);
    expect([missingForOwner.status, elementOf(missingForOwner.text, 'Code')]).toEqual([404, 'NoSuchKey']);
  });
});
