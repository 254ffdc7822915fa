import { S3Error } from '../errors';
import type { MayPut } from '../store/store';
import type { Upload } from '../store/uploads';
import type { Version } from '../store/version';
import type { Headers } from '../wire/headers';

/**
 * Evaluates the conditions of a read: 'go' or 'not modified', or PreconditionFailed.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-reads.html
 */
export const evaluateRead = (version: Version, headers: Headers, now: number): 'go' | 'not modified' => {
  const condition = failedCondition(version, headers, now);
  if (condition === 'If-None-Match' || condition === 'If-Modified-Since') return 'not modified';
  if (condition !== undefined) throw failed(condition);
  return 'go';
};

/** Throws PreconditionFailed unless the source of a copy meets its conditions, `x-amz-copy-source-if-match` and so on. */
export const checkSource = (version: Version, headers: Headers, now: number): void => {
  const condition = failedCondition(version, headers, now, 'x-amz-copy-source-');
  if (condition !== undefined) throw failed(`x-amz-copy-source-${condition}`);
};

/** The condition of a read that does not hold, if any; If-Match and If-None-Match outweigh the dates. */
const failedCondition = (version: Version, headers: Headers, now: number, prefix = ''): string | undefined => {
  const match = headers.get(`${prefix}if-match`);
  const noneMatch = headers.get(`${prefix}if-none-match`);
  const unmodifiedSince = headers.get(`${prefix}if-unmodified-since`);
  const modifiedSince = headers.get(`${prefix}if-modified-since`);
  if (match !== undefined && !matches(match, version.etag)) return 'If-Match';
  if (match === undefined && unmodifiedSince !== undefined && isAfter(version, unmodifiedSince)) {
    return 'If-Unmodified-Since';
  }
  if (noneMatch !== undefined) return matches(noneMatch, version.etag) ? 'If-None-Match' : undefined;
  // As by RFC 9110, If-Modified-Since does not count with a date in the future.
  if (modifiedSince === undefined || Date.parse(modifiedSince) > now) return undefined;
  return isNotAfter(version, modifiedSince) ? 'If-Modified-Since' : undefined;
};

/**
 * The condition of a write of `key`, to be checked under the lock of the write.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export const readWriteCondition = (headers: Headers, key: string): MayPut => {
  const noneMatch = headers.get('if-none-match');
  const match = headers.get('if-match');
  if (noneMatch !== undefined && match !== undefined) {
    throw notAccepted('If-Match,If-None-Match', 'Multiple conditional request headers present in the request');
  }
  if (noneMatch !== undefined && noneMatch !== '*') throw notAccepted('If-None-Match');
  if (match === '*') throw notAccepted('If-Match');
  return (current) => {
    const existing = current?.isDeleteMarker === true ? undefined : current;
    if (noneMatch !== undefined && existing !== undefined) throw failed('If-None-Match');
    if (match === undefined) return;
    if (existing === undefined) throw noSuchKey(key);
    if (!matches(match, existing.etag)) throw failed('If-Match');
  };
};

/**
 * The condition of a completion, which also fails if the object was written or deleted since the upload began.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html#conditional-write-key-names
 */
export const readCompletionCondition = (headers: Headers, { key, begunOver }: Upload): MayPut => {
  const mayPut = readWriteCondition(headers, key);
  const Condition = ['If-None-Match', 'If-Match'].find((name) => headers.has(name.toLowerCase()));
  return (current) => {
    mayPut(current);
    if (Condition === undefined || begunOver === undefined || (current?.sequence ?? 0) === begunOver) return;
    throw new S3Error('ConditionalRequestConflict', { details: { Condition, Key: key } });
  };
};

const notAccepted = (
  Header: string,
  additionalMessage = `We don't accept the provided value of ${Header} header for this API`,
): S3Error => new S3Error('NotImplemented', { details: { Header, additionalMessage } });

/**
 * The condition of a deletion of `key`, checked likewise; it applies to the current version, whichever version is
 * deleted. See https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
 */
export const deleteCondition =
  (match: string | undefined, key: string): MayPut =>
  (current) => {
    if (match === undefined) return;
    if (current === undefined) throw noSuchKey(key);
    if (current.isDeleteMarker || !matches(match, current.etag)) throw failed('If-Match');
  };

const noSuchKey = (Key: string): S3Error => new S3Error('NoSuchKey', { details: { Key } });

const failed = (Condition: string): S3Error => new S3Error('PreconditionFailed', { details: { Condition } });

const matches = (list: string, etag: string): boolean =>
  list.split(',').some((item) => ['*', etag, `"${etag}"`, `W/"${etag}"`].includes(item.trim()));

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

// An invalid date compares false either way, so its condition is ignored.
const isAfter = (version: Version, date: string): boolean => seconds(version.lastModified) > seconds(Date.parse(date));
const isNotAfter = (version: Version, date: string): boolean =>
  seconds(version.lastModified) <= seconds(Date.parse(date));
