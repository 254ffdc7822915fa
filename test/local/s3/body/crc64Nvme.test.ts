import { randomBytes } from 'node:crypto';
import { Crc64Nvme } from '@aws-sdk/checksums/crc';
import { describe, expect, it } from 'vitest';
import { createCrc64Nvme } from '../../../../local/s3/body/crc64Nvme';

const bytes = randomBytes(100_003);

const ours = (...pieces: readonly Uint8Array[]): string => {
  const crc = createCrc64Nvme();
  for (const piece of pieces) crc.update(piece);
  return crc.digest().toString('hex');
};

describe('CRC-64/NVME', () => {
  it('has the check value of the catalogue', () => {
    expect(ours(Buffer.from('123456789'))).toBe('ae8b14860a799888');
  });

  it('is the SDK’s, however the bytes come', async () => {
    const theirs = new Crc64Nvme();
    theirs.update(bytes);

    const expected = Buffer.from(await theirs.digest()).toString('hex');

    expect(ours(bytes)).toBe(expected);
    expect(ours(bytes.subarray(0, 1), bytes.subarray(1, 14), Buffer.alloc(0), bytes.subarray(14))).toBe(expected);
  });
});
