import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SignedDownloads } from '../../functions/signDownload/signDownload';
import type { SignedUpload } from '../../functions/signUpload/signUpload';
import type { UploadProof } from '../../functions/proveUpload/proveUpload';
import { urlLifetimeSeconds, useStorage } from './useStorage';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

const owner = 'someone';
const newKey = (): string => `uploads/${owner}/${randomUUID()}`;

const storage = useStorage();

const payloadOf = async <Payload>(name: string, event: object): Promise<Payload> => {
  const answer = await storage.invoke(name, event);
  if (!answer.ok) throw new Error(`${answer.errorType}: ${answer.errorMessage}`);
  return JSON.parse(JSON.stringify(answer.payload));
};

const promise = (changes: object = {}) => ({
  owner,
  key: newKey(),
  size: 5,
  contentType: 'image/png',
  checksumSha256: null,
  checksumCrc64Nvme: null,
  multipart: null,
  ...changes,
});

const put = (signed: SignedUpload, body: string): Promise<Response> =>
  fetch(signed.uploadUrl, {
    method: 'PUT',
    body,
    headers: Object.fromEntries(signed.headers.map(({ name, value }) => [name, value])),
  });

describe('signUpload', () => {
  it('signs host, length, type and single use, and no checksum of its own', async () => {
    const signed = await payloadOf<SignedUpload>('signUpload', promise());

    const query = new URL(signed.uploadUrl).searchParams;
    expect(query.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host;if-none-match');
    expect(query.get('X-Amz-Expires')).toBe(String(urlLifetimeSeconds));
    expect(query.get('X-Amz-Security-Token')).toEqual(expect.any(String));
    expect([...query.keys()].filter((name) => /checksum|sdk/i.test(name))).toEqual([]);
  });

  it('keeps a declared SHA-256 a signed header', async () => {
    const signed = await payloadOf<SignedUpload>('signUpload', promise({ checksumSha256: sha256('bytes') }));

    expect(new URL(signed.uploadUrl).searchParams.get('X-Amz-SignedHeaders')).toContain('x-amz-checksum-sha256');
    expect(signed.headers).toContainEqual({ name: 'x-amz-checksum-sha256', value: sha256('bytes') });
    expect((await put(signed, 'bytes')).status).toBe(200);
  });

  it('escapes whatever a key holds', async () => {
    const signed = await payloadOf<SignedUpload>(
      'signUpload',
      promise({ key: `uploads/${owner}/a b+c(1)*'!~ü ${randomUUID()}` }),
    );

    expect((await put(signed, 'bytes')).status).toBe(200);
  });

  it('says when the URL ends', async () => {
    const before = Date.now();

    const { expiresAt } = await payloadOf<SignedUpload>('signUpload', promise());

    const secondBefore = Math.floor(before / 1000) * 1000; // signatures have a resolution of one second
    expect(Date.parse(expiresAt)).toBeGreaterThanOrEqual(secondBefore + urlLifetimeSeconds * 1000);
  });
});

describe('signDownload', () => {
  it('pins the version that was proven', async () => {
    const event = promise();
    await storage.put(event.key, 'bytes', 'image/png');
    const proof = await payloadOf<{ versionId: string }>('proveUpload', event);
    await storage.put(event.key, 'other', 'image/png');

    const pinned = { key: event.key, versionId: proof.versionId, contentType: 'image/png', disposition: 'ATTACHMENT' };
    const { downloads } = await payloadOf<SignedDownloads>('signDownload', {
      owner,
      downloads: [
        { ...pinned, fileName: 'a.png' },
        { ...pinned, fileName: 'b.png' },
      ],
    });

    const answers = await Promise.all(downloads.map(({ downloadUrl }) => fetch(downloadUrl)));
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['bytes', 'bytes']);
    expect(answers.map((answer) => answer.headers.get('content-disposition'))).toEqual([
      expect.stringContaining('a.png'),
      expect.stringContaining('b.png'),
    ]);
  });
});

describe('a function that is told a key of somebody else', () => {
  const others = () => `uploads/somebody-else/${randomUUID()}`;

  it('signs a URL that S3 refuses to take bytes by', async () => {
    const refused = await put(await payloadOf<SignedUpload>('signUpload', promise({ key: others() })), 'bytes');

    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('<Code>AccessDenied</Code>');
  });

  it('signs a URL that S3 refuses to give bytes by', async () => {
    const key = others();
    await storage.put(key, 'secret', 'image/png');
    const download = { key, versionId: 'null', fileName: 'a.png', contentType: 'image/png', disposition: 'ATTACHMENT' };

    const { downloads } = await payloadOf<SignedDownloads>('signDownload', { owner, downloads: [download] });
    const refused = await fetch(String(downloads[0]?.downloadUrl));

    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('<Code>AccessDenied</Code>');
  });

  it.each([
    ['proveUpload', {}],
    ['readProgress', { uploadId: null }],
    ['startMultipart', {}],
  ])('fails: %s', async (name, more) => {
    const key = others();
    await storage.put(key, 'bytes', 'image/png');

    const answer = await storage.invoke(name, promise({ key, ...more }));

    // S3's response to a HEAD has no body, so the SDK finds no error code.
    expect(answer).toMatchObject({ ok: false, errorType: expect.stringMatching(/^(Unknown|AccessDenied)$/) });
  });

  it.each(['signUpload', 'signDownload', 'proveUpload', 'readProgress', 'startMultipart'])(
    'or whose it is not told at all, does nothing: %s',
    async (name) => {
      for (const nobody of [undefined, '', '*', 'a/b', 'ab\u0000', { sub: 'someone' }]) {
        const answer = await storage.invoke(name, promise({ owner: nobody }));

        expect(answer).toMatchObject({ ok: false, errorType: 'NoOwner' });
      }
    },
  );
});

describe('proveUpload', () => {
  it('proves exactly the promised bytes', async () => {
    const event = promise({ checksumSha256: sha256('bytes') });
    await storage.put(event.key, 'bytes', 'image/png');

    const proof = await payloadOf<UploadProof>('proveUpload', event);

    expect(proof).toEqual({ proven: true, versionId: expect.any(String) });
  });

  it.each([
    ['nothing', undefined, 'image/png', 'OBJECT_MISSING'],
    ['only what keeps the key', '', 'application/octet-stream', 'OBJECT_MISSING'],
    ['fewer bytes', 'byte', 'image/png', 'SIZE_MISMATCH'],
    ['more bytes', 'bytes!', 'image/png', 'SIZE_MISMATCH'],
    ['another type', 'bytes', 'text/html', 'CONTENT_TYPE_MISMATCH'],
    ['other bytes', 'BYTES', 'image/png', 'CHECKSUM_MISMATCH'],
  ])('finds %s', async (_what, body, contentType, code) => {
    const event = promise({ checksumSha256: sha256('bytes') });
    if (body !== undefined) await storage.put(event.key, body, contentType);

    const proof = await payloadOf<UploadProof>('proveUpload', event);

    expect(proof).toEqual({ proven: false, code, message: expect.any(String) });
  });
});
