import { describe, expect, it } from 'vitest';
import { pendingRow } from '../../support/fileRow';
import { useEvaluateCode } from '../../support/useEvaluateCode';

describe('signUpload', () => {
  const evaluate = useEvaluateCode('signUpload');

  it('asks for a URL that takes exactly what the row promises', async () => {
    const { result, stash } = await evaluate('request', { prev: { result: pendingRow({ ChecksumSha256: 'sum' }) } });

    expect(result).toEqual({
      operation: 'Invoke',
      payload: { key: pendingRow().S3Key, size: 1024, contentType: 'image/png', checksumSha256: 'sum' },
    });
    expect(stash).toMatchObject({ upload: { FileId: pendingRow().FileId } });
  });

  it('makes the ticket', async () => {
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
      parts: null,
    });
  });

  it('hands on a failure of the function', async () => {
    const { error } = await evaluate('response', { error: { type: 'Lambda:Unhandled', message: 'broken' } });

    expect(error).toBe('broken');
  });
});
