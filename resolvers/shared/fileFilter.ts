import { util } from '@aws-appsync/utils';
import type { FileFilter, FileStatus } from '../../schema/generated/types';
import { fileNameKey } from './fileName';
import { instantAt } from './instant';
import { refuse } from './refuse';

/** A filter in the form of the rows' values; null where the client does not filter. */
export interface ReadFilter {
  readonly status: FileStatus;
  readonly namePrefix: string | null;
  /** A media type, or a prefix of it followed by `*`. */
  readonly contentType: string | null;
  readonly uploaded: Range<string>;
  readonly size: Range<number>;
}

export interface Range<Value> {
  readonly from: Value | null;
  readonly until: Value | null;
}

/** Reads the filter, or refuses it with INVALID_ARGUMENT. */
export const readFileFilter = (filter: FileFilter): ReadFilter => {
  const prefix = filter.fileNamePrefix ?? null;
  if (prefix !== null && !util.matches('^[\\s\\S]{1,255}\\z', prefix)) {
    refuse('INVALID_ARGUMENT', 'fileNamePrefix must have 1 to 255 characters.');
  }
  const contentType = filter.contentType ?? null;
  if (contentType !== null && !util.matches('^[\\x21-\\x7e]{1,255}\\z', contentType)) {
    refuse('INVALID_ARGUMENT', 'contentType must have 1 to 255 ASCII characters, without spaces.');
  }
  const uploaded = { from: instantOf(filter.uploadedFrom), until: instantOf(filter.uploadedUntil) };
  const size = { from: bytesOf(filter.minSize), until: bytesOf(filter.maxSize) };
  if (uploaded.from !== null && uploaded.until !== null && uploaded.from > uploaded.until) {
    refuse('INVALID_ARGUMENT', 'uploadedFrom must not be after uploadedUntil.');
  }
  if (size.from !== null && size.until !== null && size.from > size.until) {
    refuse('INVALID_ARGUMENT', 'minSize must not be greater than maxSize.');
  }
  return {
    status: filter.status ?? 'AVAILABLE',
    namePrefix: prefix === null ? null : fileNameKey(prefix),
    contentType: contentType === null ? null : contentType.toLowerCase(),
    uploaded,
    size,
  };
};

/** An instant as the rows hold it. */
const instantOf = (given: string | null | undefined): string | null => {
  if (!given) return null;
  return withPlainYear(instantAt(util.time.parseISO8601ToEpochMilliSeconds(withPlainYear(given))));
};

/** AWSDateTime allows longer years, and an offset can lead to one or below zero; such strings do not sort by date. */
const withPlainYear = (instant: string): string => {
  if (!util.matches('^\\d{4}-[\\s\\S]*', instant)) {
    refuse('INVALID_ARGUMENT', 'uploadedFrom and uploadedUntil must be in the years 0000 to 9999, in UTC.');
  }
  return instant;
};

const maxBytes = 9_007_199_254_740_991;

/** Refuses values no file can have: DynamoDB's numbers have 38 digits and lie between 1E-130 and 1E126. */
const bytesOf = (given: number | null | undefined): number | null => {
  if (given === null || given === undefined) return null;
  if (given < 0 || given > maxBytes || Math.floor(given) !== given) {
    refuse('INVALID_ARGUMENT', 'minSize and maxSize must be whole numbers of bytes, 0 or more.');
  }
  return given;
};
