import { createHash } from 'node:crypto';
import { S3Error } from '../errors';
import type { Checksum } from '../store/version';
import type { Body } from './body';
import { checksumHeader, createHasher, isChecksum, type Algorithm } from './checksums';
import { invalidChecksum, type Expectation } from './expectation';

/** The measured properties of received bytes. */
export interface Measured {
  readonly size: number;
  /** Hexadecimal. */
  readonly md5: string;
  readonly checksum?: Checksum;
  /** By the expectation's `ownAlgorithm`. */
  readonly ownChecksum?: Checksum;
}

/** Counts and hashes bytes as they pass, then verifies them against what was declared. */
export const createMeter = (expected: Expectation) => {
  const md5 = createHash('md5');
  const sha256 = expected.sha256 === undefined ? undefined : createHash('sha256');
  const checksum = expected.checksum && createHasher(expected.checksum.algorithm);
  const own = expected.ownAlgorithm && createHasher(expected.ownAlgorithm);
  let size = 0;

  async function* watch(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > (expected.size ?? size)) throw new S3Error('IncompleteBody');
      md5.update(chunk);
      sha256?.update(chunk);
      checksum?.update(chunk);
      own?.update(chunk);
      yield chunk;
    }
    if (size < (expected.size ?? size)) throw new S3Error('IncompleteBody');
  }

  const verify = async (body: Body): Promise<Measured> => {
    const digest = md5.digest();
    if (expected.md5 !== undefined && expected.md5 !== digest.toString('base64')) {
      throw new S3Error('BadDigest', {
        details: { CalculatedDigest: digest.toString('base64'), ExpectedDigest: expected.md5 },
      });
    }
    verifyPayload(expected.sha256, sha256?.digest('hex'));
    const computed = (await checksum?.digest())?.toString('base64');
    const verified = verifyChecksum(expected, computed, body);
    return { size, md5: digest.toString('hex'), ...verified, ...ownChecksum(expected, await own?.digest()) };
  };

  return { watch, verify };
};

const ownChecksum = (
  { ownAlgorithm: algorithm }: Expectation,
  digest: Buffer | undefined,
): Pick<Measured, 'ownChecksum'> =>
  algorithm && digest ? { ownChecksum: { algorithm, value: digest.toString('base64'), type: 'FULL_OBJECT' } } : {};

const verifyPayload = (expected: string | undefined, computed: string | undefined): void => {
  if (expected === computed) return;
  throw new S3Error('XAmzContentSHA256Mismatch', {
    details: { ClientComputedContentSHA256: expected ?? '', S3ComputedContentSHA256: computed ?? '' },
  });
};

const verifyChecksum = (
  { checksum }: Expectation,
  computed: string | undefined,
  { trailers }: Body,
): Pick<Measured, 'checksum'> => {
  if (checksum === undefined || computed === undefined) return {};
  const { algorithm } = checksum;
  const value = checksum.from === 'server' ? computed : (checksum.value ?? readTrailer(algorithm, trailers));
  if (value !== computed) throw checksumMismatch(algorithm);
  return { checksum: { algorithm, value, type: 'FULL_OBJECT' } };
};

const readTrailer = (algorithm: Algorithm, trailers: Body['trailers']): string => {
  const value = trailers.get(checksumHeader(algorithm));
  if (value === undefined) throw new S3Error('MalformedTrailerError');
  if (!isChecksum(algorithm, value)) throw invalidChecksum(algorithm);
  return value;
};

/** The checksum does not match the bytes received; S3 writes the algorithm of an upload in parts in lower case. */
export const checksumMismatch = (algorithm: string): S3Error =>
  new S3Error('BadDigest', { message: `The ${algorithm} you specified did not match the calculated checksum.` });
