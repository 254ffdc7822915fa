import { describe, expect, it } from 'vitest';
import { pendingRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

const MiB = 1024 ** 2;
const inParts = pendingRow({ Size: 1000 * MiB, PartSize: 16 * MiB, UploadId: 'u1' });

describe('signUpload', () => {
  const evaluate = useEvaluateCode('signUpload');

  it('asks for a URL that takes exactly what the row promises', async () => {
    const { result } = await evaluate('request', { stash: { upload: pendingRow({ ChecksumSha256: 'sum' }) } });

    expect(result).toEqual({
      operation: 'Invoke',
      payload: {
        owner: owner.sub,
        key: pendingRow().S3Key,
        size: 1024,
        contentType: 'image/png',
        checksumSha256: 'sum',
        checksumCrc64Nvme: null,
      },
    });
  });

  it('asks for the first parts of a file that is sent in parts', async () => {
    const { result } = await evaluate('request', { stash: { upload: inParts } });

    expect(result).toEqual({
      operation: 'Invoke',
      payload: {
        owner: owner.sub,
        key: inParts.S3Key,
        uploadId: 'u1',
        size: 1000 * MiB,
        partSize: 16 * MiB,
        parts: { first: 50 },
      },
    });
  });

  it('makes the ticket of one PUT', async () => {
    const signed = {
      uploadUrl: 'https://b/k?x',
      headers: [{ name: 'a', value: 'b' }],
      expiresAt: '2026-11-22T08:05:00.000Z',
    };

    const { result } = await evaluate('response', { stash: { upload: pendingRow() }, result: signed });

    expect(result).toEqual({
      fileId: pendingRow().FileId,
      key: pendingRow().S3Key,
      method: 'PUT',
      ...signed,
      partSize: null,
      partCount: null,
      parts: null,
    });
  });

  it('makes the ticket of an upload in parts', async () => {
    const signed = { parts: [{ partNumber: 1, uploadUrl: 'https://b/k?x' }], expiresAt: '2026-11-22T08:05:00.000Z' };

    const { result } = await evaluate('response', { stash: { upload: inParts }, result: signed });

    expect(result).toEqual({
      fileId: inParts.FileId,
      key: inParts.S3Key,
      method: 'MULTIPART',
      uploadUrl: null,
      headers: [],
      partSize: 16 * MiB,
      partCount: 63,
      ...signed,
    });
  });

  it('hands on a failure of the function', async () => {
    const { error } = await evaluate('response', { error: { type: 'Lambda:Unhandled', message: 'broken' } });

    expect(error).toBe('broken');
  });
});
