import { S3Error } from '../errors';
import type { Headers } from '../wire/headers';

/** Header values that the twin serves; any other value asks for something it does not have. */
const served: Readonly<Record<string, readonly string[]>> = {
  'x-amz-server-side-encryption': ['AES256'],
  'x-amz-storage-class': ['STANDARD'],
  'x-amz-object-ownership': ['BucketOwnerEnforced'],
};

const unsupported = [
  'x-amz-server-side-encryption-',
  'x-amz-copy-source-server-side-encryption-',
  'x-amz-object-lock-',
  'x-amz-bypass-governance-retention',
  'x-amz-mfa',
  'x-amz-website-redirect-location',
  'x-amz-write-offset-bytes',
  'x-amz-if-match-',
];

/** Refuses headers whose meaning the twin cannot keep, rather than to ignore them. */
export const screenHeaders = (headers: Headers): void => {
  for (const [name, value] of headers) {
    const values = Object.hasOwn(served, name) ? served[name] : undefined;
    if ((values !== undefined && !values.includes(value)) || unsupported.some((prefix) => name.startsWith(prefix))) {
      throw new S3Error('NotImplemented', { details: { Header: name, additionalMessage: value.slice(0, 256) } });
    }
    if (name.startsWith('x-amz-grant-') || (name === 'x-amz-acl' && !ownerAcls.includes(value))) {
      throw new S3Error('AccessControlListNotSupported');
    }
  }
};

// What a bucket with BucketOwnerEnforced still takes.
const ownerAcls = ['bucket-owner-full-control', 'private'];

/** Headers plus the `x-amz-*` parameters that a presigner moved into the query, which S3 reads as headers. */
export const withHoisted = (headers: Headers, query: readonly (readonly [string, string])[]): Headers => {
  const all = new Map(headers);
  for (const [name, value] of query) {
    const lower = name.toLowerCase();
    // A checksum in the query is not enforced by S3: only one in a header is.
    const isHoisted = lower.startsWith('x-amz-') && !reserved.has(lower) && !lower.startsWith('x-amz-checksum-');
    if (isHoisted && !all.has(lower)) all.set(lower, value);
    if (lower === 'x-amz-checksum-mode' && !all.has(lower)) all.set(lower, value);
  }
  return all;
};

const reserved = new Set([
  'x-amz-algorithm',
  'x-amz-content-sha256',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-expires',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-security-token',
  'x-amz-signature',
  'x-amz-signedheaders',
  'x-amz-copy-source',
  'x-amz-trailer',
  'x-amz-decoded-content-length',
]);
