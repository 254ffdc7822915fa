import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Crc64Nvme } from '@aws-sdk/checksums/crc';
import { limits } from '../../config/limits';
import type { GetUploadUrlInput } from '../../schema/generated/documents';
import { EndedEarly } from './errors';
import type { LocalFile } from './localFile';

export type Declared = Pick<GetUploadUrlInput, 'checksumSha256' | 'checksumCrc64Nvme'>;

/**
 * The checksum with which storage refuses any other bytes: a SHA-256 for a single PUT, a CRC-64/NVME for parts, whose
 * whole S3 cannot verify by SHA-256. The file is streamed once, holding only a few chunks in memory. Rejects with
 * EndedEarly if there are fewer bytes than promised, which no PUT could send.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
export const declareChecksum = async (file: LocalFile, reading: Reading): Promise<Declared> =>
  file.size <= limits.multipartThresholdBytes
    ? { checksumSha256: await digestOf(file, createHash('sha256'), reading) }
    : { checksumCrc64Nvme: await digestOf(file, new Crc64Nvme(), reading) };

export interface Reading {
  readonly signal: AbortSignal;
  /** Called with the bytes read so far. */
  readonly onRead: (bytes: number) => void;
}

interface Hash {
  readonly update: (chunk: Uint8Array) => unknown;
  readonly digest: () => Uint8Array | Promise<Uint8Array>;
}

const digestOf = async ({ path, size }: LocalFile, hash: Hash, { signal, onRead }: Reading): Promise<string> => {
  // No further than was promised: a log grows meanwhile, and some files in /proc never end.
  const range = { start: 0, end: size - 1, highWaterMark: 256 * 1024 };
  const read = { bytes: 0 };
  const chunks: AsyncIterable<Buffer> | readonly [] = size > 0 ? createReadStream(path, { ...range, signal }) : [];
  for await (const chunk of chunks) {
    hash.update(chunk);
    read.bytes += chunk.length;
    onRead(read.bytes);
  }
  if (read.bytes < size) throw new EndedEarly(read.bytes, size);
  return Buffer.from(await hash.digest()).toString('base64');
};
