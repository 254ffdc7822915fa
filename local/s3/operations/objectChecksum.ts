import { createHasher } from '../body/checksums';
import { combineCrcs } from '../body/combineCrc';
import type { Part, Upload } from '../store/uploads';
import type { Checksum } from '../store/version';

/** The checksum that S3 computes for an upload created without an algorithm. */
export const uploadChecksumByDefault = { algorithm: 'CRC64NVME', type: 'FULL_OBJECT' } as const;

/**
 * The checksum of a multipart object: over all its bytes (FULL_OBJECT), or over its parts' checksums (COMPOSITE).
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
 */
export const objectChecksum = async ({ checksum }: Upload, parts: readonly Part[]): Promise<Checksum | undefined> => {
  const { algorithm, type } = checksum ?? uploadChecksumByDefault;
  if (parts.some((part) => part.checksum?.algorithm !== algorithm)) return undefined;
  const values = parts.map((part) => ({ value: part.checksum?.value ?? '', size: part.size }));
  if (type === 'FULL_OBJECT') return { algorithm, type, value: combineCrcs(algorithm, values) };
  const hasher = createHasher(algorithm);
  for (const { value } of values) hasher.update(Buffer.from(value, 'base64'));
  return { algorithm, type, value: `${(await hasher.digest()).toString('base64')}-${parts.length}` };
};
