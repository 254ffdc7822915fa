import { S3Error } from '../errors';
import { decodeRaw } from './decodeRaw';

/** A request's address, decoded but never normalized: `/./` and `//` are ordinary parts of a key. */
export interface Target {
  readonly rawUrl: string;
  /** The decoded path, as it is signed. */
  readonly path: string;
  /** Decoded names and values, in the order sent; a name without `=` has the value ''. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly bucket?: string;
  readonly key?: string;
}

/**
 * Parses the raw URL and Host: path style (`/bucket/key`) and virtual-host style (`bucket.localhost`,
 * `bucket.s3.amazonaws.com`). See https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
export const parseTarget = (rawUrl: string, host: string): Target => {
  if (!rawUrl.startsWith('/')) throw new S3Error('InvalidURI', { details: { URI: rawUrl.slice(0, 1024) } });
  const mark = rawUrl.indexOf('?');
  const path = decodeRaw(mark < 0 ? rawUrl : rawUrl.slice(0, mark));
  const query = mark < 0 ? [] : parseQuery(rawUrl.slice(mark + 1));
  return { rawUrl, path, query, ...locate(path, bucketOfHost(host)) };
};

const parseQuery = (raw: string): (readonly [string, string])[] =>
  raw
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.replaceAll('+', '%20').split('=');
      return [decodeRaw(name), decodeRaw(value.join('='))] as const;
    });

const locate = (path: string, hostBucket: string | undefined): Pick<Target, 'bucket' | 'key'> => {
  if (hostBucket !== undefined) return { bucket: hostBucket, ...keyOf(path.slice(1)) };
  const slash = path.indexOf('/', 1);
  if (path === '/') return {};
  return slash < 0 ? { bucket: path.slice(1) } : { bucket: path.slice(1, slash), ...keyOf(path.slice(slash + 1)) };
};

const keyOf = (key: string): Pick<Target, 'key'> => {
  const size = Buffer.byteLength(key);
  if (size > 1024) {
    throw new S3Error('KeyTooLongError', { details: { Size: String(size), MaxSizeAllowed: '1024' } });
  }
  return key === '' ? {} : { key };
};

/** The bucket that a Host header names, in virtual-host style. */
export const bucketOfHost = (host: string): string | undefined => {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  const match = /^(.+?)(?:\.s3(?:[.-][a-z0-9-]+)?)?(?:\.localhost|\.amazonaws\.com)$/.exec(name);
  const bucket = match?.[1];
  return bucket === undefined || /^s3([.-]|$)/.test(bucket) ? undefined : bucket;
};
