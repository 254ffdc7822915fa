import { util } from '@aws-appsync/utils';
import type { FileFilter, FileStatus } from '../../schema/generated/types';
import { fileNameKey } from './fileName';
import { instantAt } from './instant';
import { refuse } from './refuse';

/** A filter whose values can be compared with what the rows hold; null where nothing is asked. */
export interface ReadFilter {
  readonly status: FileStatus;
  readonly namePrefix: string | null;
  /** A type, or all that begin so when it ends in `*`. */
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
    refuse('INVALID_ARGUMENT', 'fileNamePrefix has 1 to 255 characters.');
  }
  const contentType = filter.contentType ?? null;
  if (contentType !== null && !util.matches('^[\\x21-\\x7e]{1,255}\\z', contentType)) {
    refuse('INVALID_ARGUMENT', 'contentType has 1 to 255 characters of ASCII, without spaces.');
  }
  const uploaded = { from: instantOf(filter.uploadedFrom), until: instantOf(filter.uploadedUntil) };
  const size = { from: bytesOf(filter.minSize), until: bytesOf(filter.maxSize) };
  if (uploaded.from !== null && uploaded.until !== null && uploaded.from > uploaded.until) {
    refuse('INVALID_ARGUMENT', 'uploadedFrom is not after uploadedUntil.');
  }
  if (size.from !== null && size.until !== null && size.from > size.until) {
    refuse('INVALID_ARGUMENT', 'minSize is not above maxSize.');
  }
  return {
    status: filter.status ?? 'AVAILABLE',
    namePrefix: prefix === null ? null : fileNameKey(prefix),
    contentType: contentType === null ? null : contentType.toLowerCase(),
    uploaded,
    size,
  };
};

/** An instant as the rows write it. */
const instantOf = (given: string | null | undefined): string | null => {
  if (!given) return null;
  return withPlainYear(instantAt(util.time.parseISO8601ToEpochMilliSeconds(withPlainYear(given))));
};

/** AWSDateTime has years of more digits, and offsets lead to them and below zero: those do not compare as texts do. */
const withPlainYear = (instant: string): string => {
  if (!util.matches('^\\d{4}-[\\s\\S]*', instant)) {
    refuse('INVALID_ARGUMENT', 'uploadedFrom and uploadedUntil are in the years 0000 to 9999 of UTC.');
  }
  return instant;
};

const mostBytes = 9_007_199_254_740_991;

/** DynamoDB compares numbers of 38 digits, between 1E-130 and 1E126; no file has so many bytes. */
const bytesOf = (given: number | null | undefined): number | null => {
  if (given === null || given === undefined) return null;
  if (given < 0 || given > mostBytes || Math.floor(given) !== given) {
    refuse('INVALID_ARGUMENT', 'minSize and maxSize are whole numbers of bytes, 0 or more.');
  }
  return given;
};
