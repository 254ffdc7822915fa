import { checksumElement, checksumHeader } from '../body/checksums';
import { invalidArgument, S3Error } from '../errors';
import type { Version } from '../store/version';
import type { Headers } from '../wire/headers';
import { element, type Element } from '../../xml';

const kept = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];
const maxMetadataBytes = 2048;

/** The headers of an upload that are stored and returned to readers. */
export const readObjectHeaders = (headers: Headers): Record<string, string> => {
  const metadata = [...headers].filter(([name]) => name.startsWith('x-amz-meta-'));
  const size = metadata.reduce((sum, [name, value]) => sum + name.length - 'x-amz-meta-'.length + value.length, 0);
  if (size > maxMetadataBytes) {
    throw new S3Error('MetadataTooLarge', {
      details: { Size: String(size), MaxSizeAllowed: String(maxMetadataBytes) },
    });
  }
  const system = [...headers].filter(([name]) => kept.includes(name)).map(withoutAwsChunked);
  return Object.fromEntries([
    ['content-type', 'binary/octet-stream'],
    ...[...system, ...metadata].filter(([, value]) => value !== '').map(checkValue),
  ]);
};

/** The headers that identify a version in every response about it. */
export const versionHeaders = (version: Version): Record<string, string> => ({
  ...(version.versionId === 'null' ? {} : { 'x-amz-version-id': version.versionId }),
  ...(version.isDeleteMarker ? { 'x-amz-delete-marker': 'true' } : {}),
});

/** A stored checksum as headers, or none. */
export const checksumHeaders = (checksum: Version['checksum']): Record<string, string> =>
  checksum === undefined
    ? {}
    : { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type };

/** A stored checksum as XML elements, or none. */
export const checksumElements = (checksum: Version['checksum']): Element[] =>
  checksum === undefined
    ? []
    : [element(checksumElement(checksum.algorithm), checksum.value), element('ChecksumType', checksum.type)];

/** The ETag in quotes, as in headers. */
export const quoted = (etag: string): string => `"${etag}"`;

/** Throws InvalidArgument for a value that cannot be sent back in a header. */
export const checkValue = ([name, value]: readonly [string, string]): readonly [string, string] => {
  if (/^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value)) return [name, value];
  throw invalidArgument(name, value, 'Header value cannot be represented using ISO-8859-1.');
};

const withoutAwsChunked = ([name, value]: readonly [string, string]): readonly [string, string] => {
  if (name !== 'content-encoding') return [name, value];
  const codings = value.split(',').map((coding) => coding.trim());
  return [name, codings.filter((coding) => coding !== 'aws-chunked').join(',')];
};
