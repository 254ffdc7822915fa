import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Crc32c } from '@aws-sdk/checksums/crc';
import { createCrc64Nvme } from './crc64Nvme';

/** S3's checksum algorithms: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
export const algorithms = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;

export type Algorithm = (typeof algorithms)[number];

/** A running checksum; call `digest` once, after all bytes. */
export interface Hasher {
  readonly update: (chunk: Buffer) => void;
  readonly digest: () => Promise<Buffer>;
}

const sizes: Record<Algorithm, number> = { CRC32: 4, CRC32C: 4, CRC64NVME: 8, SHA1: 20, SHA256: 32 };

/** Starts a checksum. */
export const createHasher = (algorithm: Algorithm): Hasher => hashers[algorithm]();

/** `x-amz-checksum-crc32` and so on. */
export const checksumHeader = (algorithm: Algorithm): string => `x-amz-checksum-${algorithm.toLowerCase()}`;

/** `ChecksumCRC32` and so on, the name of an XML element. */
export const checksumElement = (algorithm: Algorithm): string => `Checksum${algorithm}`;

/** The algorithm of this name, ignoring case. */
export const algorithmOf = (name: string): Algorithm | undefined =>
  algorithms.find((algorithm) => algorithm === name.toUpperCase());

/** Whether a string is the Base64 of a checksum of this algorithm. */
export const isChecksum = (algorithm: Algorithm, value: string): boolean => {
  const bytes = Buffer.from(value, 'base64');
  return bytes.length === sizes[algorithm] && bytes.toString('base64') === value;
};

const hashers: Record<Algorithm, () => Hasher> = {
  CRC32: () => {
    let value = 0;
    return {
      update: (chunk) => {
        value = crc32(chunk, value);
      },
      digest: () => {
        const bytes = Buffer.alloc(4);
        bytes.writeUInt32BE(value);
        return Promise.resolve(bytes);
      },
    };
  },
  CRC32C: () => fromSdk(new Crc32c()),
  CRC64NVME: () => {
    const crc = createCrc64Nvme();
    return { update: crc.update, digest: () => Promise.resolve(crc.digest()) };
  },
  SHA1: () => fromNode('sha1'),
  SHA256: () => fromNode('sha256'),
};

const fromNode = (name: string): Hasher => {
  const hash = createHash(name);
  return { update: (chunk) => void hash.update(chunk), digest: () => Promise.resolve(hash.digest()) };
};

const fromSdk = (checksum: { update: (data: Uint8Array) => void; digest: () => Promise<Uint8Array> }): Hasher => ({
  update: (chunk) => checksum.update(chunk),
  digest: async () => Buffer.from(await checksum.digest()),
});
