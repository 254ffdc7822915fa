import { S3Error } from '../errors';
import type { Headers } from '../wire/headers';

/** The values that the twin supports for these headers; any other is NotImplemented. */
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

/** Throws on headers whose meaning the twin cannot honor, rather than ignore them. */
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

// The ACLs that a bucket with BucketOwnerEnforced still accepts.
const ownerAcls = ['bucket-owner-full-control', 'private'];

/** Headers plus the `x-amz-*` parameters that a presigner hoisted into the query, which S3 treats as headers. */
export const withHoisted = (headers: Headers, query: readonly (readonly [string, string])[]): Headers => {
  const all = new Map(headers);
  for (const [name, value] of query) {
    const lower = name.toLowerCase();
    // S3 does not enforce a checksum in the query, only one in a header.
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
