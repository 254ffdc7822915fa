import { S3Error } from '../errors';
import type { MayPut } from '../store/store';
import type { Version } from '../store/version';
import type { Headers } from '../wire/headers';

/**
 * Evaluates the conditions of a read: 'go' or 'not modified', or PreconditionFailed.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-reads.html
 */
export const evaluateRead = (version: Version, headers: Headers, prefix = ''): 'go' | 'not modified' => {
  const match = headers.get(`${prefix}if-match`);
  const noneMatch = headers.get(`${prefix}if-none-match`);
  const unmodifiedSince = headers.get(`${prefix}if-unmodified-since`);
  const modifiedSince = headers.get(`${prefix}if-modified-since`);
  if (match !== undefined && !matches(match, version.etag)) throw failed('If-Match');
  if (match === undefined && unmodifiedSince !== undefined && isAfter(version, unmodifiedSince)) {
    throw failed('If-Unmodified-Since');
  }
  if (noneMatch !== undefined) return matches(noneMatch, version.etag) ? 'not modified' : 'go';
  return modifiedSince !== undefined && isNotAfter(version, modifiedSince) ? 'not modified' : 'go';
};

/**
 * The condition of a write, to be checked under the lock of the write.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export const readWriteCondition = (headers: Headers): MayPut => {
  const noneMatch = headers.get('if-none-match');
  const match = headers.get('if-match');
  if (noneMatch !== undefined && noneMatch !== '*') {
    throw new S3Error('NotImplemented', {
      details: {
        Header: 'If-None-Match',
        additionalMessage: "We don't accept the provided value of If-None-Match header for this API",
      },
    });
  }
  if (noneMatch !== undefined && match !== undefined) {
    throw new S3Error('NotImplemented', {
      details: { Header: 'If-Match', additionalMessage: 'If-Match and If-None-Match cannot be combined' },
    });
  }
  return (current) => {
    const existing = current?.isDeleteMarker === true ? undefined : current;
    if (noneMatch !== undefined && existing !== undefined) throw failed('If-None-Match');
    if (match === undefined) return;
    if (existing === undefined) throw new S3Error('NoSuchKey');
    if (!matches(match, existing.etag)) throw failed('If-Match');
  };
};

/**
 * The condition of a deletion, checked likewise; it applies to the current version, whichever version is deleted.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
 */
export const deleteCondition =
  (match: string | undefined): MayPut =>
  (current) => {
    if (match === undefined) return;
    if (current === undefined) throw new S3Error('NoSuchKey');
    if (current.isDeleteMarker || !matches(match, current.etag)) throw failed('If-Match');
  };

const failed = (Condition: string): S3Error => new S3Error('PreconditionFailed', { details: { Condition } });

const matches = (list: string, etag: string): boolean =>
  list.split(',').some((item) => ['*', etag, `"${etag}"`, `W/"${etag}"`].includes(item.trim()));

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

// An invalid date compares false either way, so its condition is ignored.
const isAfter = (version: Version, date: string): boolean => seconds(version.lastModified) > seconds(Date.parse(date));
const isNotAfter = (version: Version, date: string): boolean =>
  seconds(version.lastModified) <= seconds(Date.parse(date));
