import { describe, expect, it } from 'vitest';
import { availableRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

describe('signDownload', () => {
  const evaluate = useEvaluateCode('signDownload');

  it.each([
    [{ disposition: 'INLINE' }, 'INLINE'],
    [{}, 'ATTACHMENT'],
  ])('asks for a URL of the proven version (%j)', async (args, disposition) => {
    const { result } = await evaluate('request', { arguments: args, prev: { result: availableRow() } });

    expect(result).toEqual({
      operation: 'Invoke',
      payload: {
        owner: owner.sub,
        downloads: [
          {
            key: availableRow().S3Key,
            versionId: 'v1',
            fileName: 'Ferien – Büsum.png',
            contentType: 'image/png',
            disposition,
          },
        ],
      },
    });
  });

  it.each(['TRASHED', 'REJECTED'] as const)('has no URL for a file that is %s', async (Status) => {
    const { error } = await evaluate('request', { prev: { result: availableRow({ Status }) } });

    expect(error).toBe('You have no such file.');
  });

  it('makes the ticket', async () => {
    const signed = { downloadUrl: 'https://b/k?versionId=v1', expiresAt: '2026-11-22T08:05:00.000Z' };

    const { result } = await evaluate('response', { stash: { file: availableRow() }, result: { downloads: [signed] } });

    expect(result).toEqual({
      fileId: availableRow().FileId,
      fileName: 'Ferien – Büsum.png',
      size: 1024,
      contentType: 'image/png',
      ...signed,
    });
  });
});
