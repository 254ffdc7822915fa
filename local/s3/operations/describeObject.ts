import { S3Error } from '../errors';
import type { Version } from '../store/version';
import type { Answer } from '../wire/answer';
import type { ObjectCall } from './call';
import { readPartNumber } from './commitPart';
import { evaluateRead } from './conditions';
import { findVersion } from './findVersion';
import { checkValue, checksumHeaders, quoted, versionHeaders } from './objectHeaders';
import { readRange, type Range } from './range';

/** The response to a HEAD, and the bytes that a GET adds. */
export interface Description {
  readonly version: Version;
  readonly answer: Answer;
  /** Absent if there is nothing to send. */
  readonly bytes?: Range;
}

/** The common part of GetObject and HeadObject: version, conditions, range, header overrides. */
export const describeObject = (call: ObjectCall): Description => {
  const { world, headers, query } = call;
  const version = findVersion(call);
  const about = { ...validators(version), ...versionHeaders(version) };
  if (evaluateRead(version, headers, world.clock()) === 'not modified') {
    return { version, answer: { status: 304, headers: about } };
  }

  if (query.has('partNumber') && headers.has('range')) {
    throw new S3Error('InvalidRequest', {
      message: 'Cannot specify both Range header and partNumber query parameter',
    });
  }
  const part = query.has('partNumber') ? rangeOfPart(version, readPartNumber(call)) : undefined;
  const isRangeValid = headers.get('if-range') === undefined || headers.get('if-range') === quoted(version.etag);
  const range = part ?? (isRangeValid ? readRange(headers.get('range'), version.size) : undefined);
  const bytes = range ?? { start: 0, end: version.size - 1 };
  const isChecksumWanted = headers.get('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  const answerHeaders = {
    ...version.headers,
    ...about,
    ...(isChecksumWanted ? checksumHeaders(checksumOf(version, query.get('partNumber'), range)) : {}),
    ...(version.tags.length === 0 ? {} : { 'x-amz-tagging-count': String(version.tags.length) }),
    ...(part === undefined || version.uploadId === undefined
      ? {}
      : { 'x-amz-mp-parts-count': String(version.pieces.length) }),
    ...(range === undefined ? {} : { 'content-range': `bytes ${bytes.start}-${bytes.end}/${version.size}` }),
    'accept-ranges': 'bytes',
    'x-amz-server-side-encryption': 'AES256',
    ...overrides(query),
    'content-length': String(bytes.end - bytes.start + 1),
  };
  return {
    version,
    answer: { status: range === undefined ? 200 : 206, headers: answerHeaders },
    ...(bytes.end < bytes.start ? {} : { bytes }),
  };
};

const validators = (version: Version): Record<string, string> => ({
  etag: quoted(version.etag),
  'last-modified': new Date(version.lastModified).toUTCString(),
});

/** The object's checksum, or the part's own; none for any other range, which the object's would not match. */
const checksumOf = (
  { checksum, pieces }: Version,
  partNumber: string | undefined,
  range: Range | undefined,
): Version['checksum'] => {
  if (range === undefined) return checksum;
  const value = partNumber === undefined ? undefined : pieces[Number(partNumber) - 1]?.checksum;
  return checksum && value !== undefined ? { ...checksum, value } : undefined;
};

const rangeOfPart = ({ pieces, size }: Version, partNumber: number): Range | undefined => {
  const piece = pieces[partNumber - 1];
  if (piece === undefined) {
    throw new S3Error('InvalidPartNumber', {
      details: { PartNumberRequested: String(partNumber), ActualPartCount: String(pieces.length) },
    });
  }
  if (size === 0) return undefined;
  const start = pieces.slice(0, partNumber - 1).reduce((sum, before) => sum + before.size, 0);
  return { start, end: start + piece.size - 1 };
};

const overridable = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

const overrides = (query: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    overridable.flatMap((name) => {
      const value = query.get(`response-${name}`);
      return value === undefined ? [] : [checkValue([name, value])];
    }),
  );
