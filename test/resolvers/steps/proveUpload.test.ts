import { describe, expect, it } from 'vitest';
import { availableRow, pendingRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

describe('proveUpload', () => {
  const evaluate = useEvaluateCode('proveUpload');

  it('asks storage about exactly what was promised', async () => {
    const { result } = await evaluate('request', { prev: { result: pendingRow() } });

    expect(result).toEqual({
      operation: 'Invoke',
      payload: {
        owner: owner.sub,
        key: pendingRow().S3Key,
        size: 1024,
        contentType: 'image/png',
        checksumSha256: null,
        checksumCrc64Nvme: null,
        multipart: null,
      },
    });
  });

  it('names the multipart upload that storage is to complete', async () => {
    const row = pendingRow({ PartSize: 16_777_216, UploadId: 'u1', ChecksumCrc64Nvme: 'sum' });

    const { result } = await evaluate('request', { prev: { result: row } });

    expect(result).toMatchObject({
      payload: { checksumCrc64Nvme: 'sum', multipart: { uploadId: 'u1', partSize: 16_777_216 } },
    });
  });

  it('ends the pipeline with the row of a file that was proven before', async () => {
    const { result } = await evaluate('request', { prev: { result: availableRow() } });

    expect(result).toEqual(availableRow());
  });

  it('gives the version whose bytes were proven', async () => {
    const { result } = await evaluate('response', { result: { proven: true, versionId: 'v7' } });

    expect(result).toBe('v7');
  });

  it('refuses what storage does not hold', async () => {
    const refusal = { proven: false, code: 'OBJECT_MISSING', message: 'The bytes are not in storage yet.' };

    const { error } = await evaluate('response', { result: refusal });

    expect(error).toBe('The bytes are not in storage yet.');
  });
});
