import { describe, expect, it } from 'vitest';
import { availableRow } from '../support/fileRow';
import { useEvaluateCode } from '../support/useEvaluateCode';

describe('Query.myFiles', () => {
  const evaluate = useEvaluateCode('Query.myFiles');

  it('shows rows as files', async () => {
    const { result } = await evaluate('response', {
      prev: { result: { items: [availableRow({ Extra: '{"b":1,"a":[true]}' })], nextToken: 'more' } },
    });

    expect(result).toEqual({
      items: [
        {
          fileId: availableRow().FileId,
          fileName: 'Ferien – Büsum.png',
          key: availableRow().S3Key,
          size: 1024,
          contentType: 'image/png',
          checksumSha256: null,
          checksumCrc64Nvme: null,
          status: 'AVAILABLE',
          uploadedAt: '2026-11-22T08:01:00.000Z',
          trashedAt: null,
          expiresAt: null,
          createdAt: '2026-11-22T08:00:00.000Z',
          updatedAt: '2026-11-22T08:01:00.000Z',
          extra: { b: 1, a: [true] },
          downloadUrl: null,
          version: 1,
        },
      ],
      nextToken: 'more',
    });
  });

  it('gives each file its URL', async () => {
    const { result } = await evaluate('response', {
      prev: {
        result: {
          items: [availableRow({ FileId: 'f1' }), availableRow({ FileId: 'f2' })],
          nextToken: null,
          downloads: [{ downloadUrl: 'https://b/1' }, { downloadUrl: 'https://b/2' }],
        },
      },
    });

    expect(result).toMatchObject({
      items: [
        { fileId: 'f1', downloadUrl: 'https://b/1' },
        { fileId: 'f2', downloadUrl: 'https://b/2' },
      ],
    });
  });
});
