import type { Payload } from '../auth/payload';
import { S3Error } from '../errors';
import type { Headers } from '../wire/headers';
import { algorithmOf, algorithms, checksumHeader, isChecksum, type Algorithm } from './checksums';

/** What a client declared about the bytes it will send; all of it is verified before the object becomes visible. */
export interface Expectation {
  /** Unknown only for the file of an HTML form. */
  readonly size?: number;
  /** Base64, from Content-MD5. */
  readonly md5?: string;
  /** Hexadecimal, from the signed payload hash. */
  readonly sha256?: string;
  readonly checksum?: ExpectedChecksum;
  /** To be computed besides `checksum`, for the server's own use. */
  readonly ownAlgorithm?: Algorithm;
}

/** From a header, `value` in Base64; from a trailer after the body; or computed by the server, to be stored only. */
export type ExpectedChecksum =
  | { readonly algorithm: Algorithm; readonly from: 'header'; readonly value: string }
  | { readonly algorithm: Algorithm; readonly from: 'trailer' | 'server'; readonly value?: undefined };

/** The checksum that S3 computes and stores for an upload that declares none. */
export const checksumByDefault = { algorithm: 'CRC64NVME', from: 'server' } as const satisfies ExpectedChecksum;

const maxPutBytes = 5 * 1024 ** 3;

/** Parses what an upload's headers declare; throws S3Error where S3 would not accept it. */
export const readExpectation = (headers: Headers, payload: Payload): Expectation & { readonly size: number } => ({
  ...readDigests(headers),
  size: readSize(headers, payload),
  ...(payload.kind === 'hash' ? { sha256: payload.sha256 } : {}),
});

/** Parses the digests alone, which form fields may hold as well. */
export const readDigests = (headers: Headers): Pick<Expectation, 'md5' | 'checksum'> => {
  const md5 = headers.get('content-md5');
  if (md5 !== undefined && (Buffer.from(md5, 'base64').length !== 16 || md5.length !== 24)) {
    throw new S3Error('InvalidDigest', { details: { 'Content-MD5': md5 } });
  }
  const checksum = readChecksum(headers);
  return { ...(md5 === undefined ? {} : { md5 }), ...(checksum === undefined ? {} : { checksum }) };
};

const readSize = (headers: Headers, payload: Payload): number => {
  const text = headers.get(payload.kind === 'chunked' ? 'x-amz-decoded-content-length' : 'content-length');
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw new S3Error('MissingContentLength');
  const size = Number(text);
  if (size > maxPutBytes) {
    throw new S3Error('EntityTooLarge', { details: { ProposedSize: text, MaxSizeAllowed: String(maxPutBytes) } });
  }
  return size;
};

const readChecksum = (headers: Headers): ExpectedChecksum | undefined => {
  const given = algorithms.filter((algorithm) => headers.has(checksumHeader(algorithm)));
  const trailer = readTrailerName(headers);
  if (given.length + (trailer === undefined ? 0 : 1) > 1) {
    throw new S3Error('InvalidRequest', {
      message: 'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    });
  }
  const [algorithm = trailer] = given;
  checkAnnounced(headers, algorithm);
  if (algorithm === undefined || algorithm === trailer)
    return trailer === undefined ? undefined : { algorithm: trailer, from: 'trailer' };
  const value = headers.get(checksumHeader(algorithm)) ?? '';
  if (!isChecksum(algorithm, value)) throw invalidChecksum(algorithm);
  return { algorithm, from: 'header', value };
};

const readTrailerName = (headers: Headers): Algorithm | undefined => {
  const name = headers.get('x-amz-trailer');
  if (name === undefined) return undefined;
  const algorithm = algorithms.find((candidate) => checksumHeader(candidate) === name.toLowerCase());
  if (algorithm !== undefined) return algorithm;
  throw new S3Error('InvalidRequest', { message: 'The value specified in the x-amz-trailer header is not supported' });
};

const checkAnnounced = (headers: Headers, algorithm: Algorithm | undefined): void => {
  const announced = headers.get('x-amz-sdk-checksum-algorithm');
  if (announced === undefined) return;
  if (algorithmOf(announced) === undefined) {
    throw new S3Error('InvalidRequest', { message: 'Value for x-amz-sdk-checksum-algorithm header is invalid.' });
  }
  if (algorithm === algorithmOf(announced)) return;
  throw new S3Error('InvalidRequest', {
    message:
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
  });
};

/** The checksum is not Base64 of the right length. */
export const invalidChecksum = (algorithm: Algorithm): S3Error =>
  new S3Error('InvalidRequest', { message: `Value for ${checksumHeader(algorithm)} header is invalid.` });
