import { byteForm } from '../store/catalog';
import type { Version } from '../store/version';
import type { Step } from '../store/walk';
import { walk } from '../store/walk';
import { xmlAnswer } from '../wire/answer';
import type { Element } from '../../xml';
import { element, optional } from '../../xml';
import type { BucketCall, Handler } from './call';
import type { ListingQuery } from './listing';
import { invalid, readListing } from './listing';
import { quoted } from './objectHeaders';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const listObjectsV2: Handler<BucketCall> = (call) => {
  const { world, bucket, query } = call;
  const listing = readListing(call, 'max-keys');
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after');
  const steps = walk(world.store.catalog(bucket.name), { ...listing, from: readStart(token, startAfter), isShown });
  const page: Step[] = [];
  let isTruncated = false;
  for (const step of listing.limit === 0 ? [] : steps) {
    isTruncated = page.length === listing.limit;
    if (isTruncated) break;
    page.push(step);
  }
  const resume = isTruncated ? page.at(-1)?.resume : undefined;
  return Promise.resolve(
    xmlAnswer(
      element('ListBucketResult', [
        element('Name', bucket.name),
        element('Prefix', listing.encode(listing.prefix)),
        optional('StartAfter', startAfter === undefined ? undefined : listing.encode(startAfter)),
        optional('ContinuationToken', token),
        optional(
          'NextContinuationToken',
          resume === undefined ? undefined : Buffer.from(resume, 'latin1').toString('base64'),
        ),
        element('KeyCount', page.length),
        element('MaxKeys', listing.limit),
        optional('Delimiter', listing.delimiter === '' ? undefined : listing.encode(listing.delimiter)),
        optional('EncodingType', listing.encodingType),
        element('IsTruncated', isTruncated),
        ...page.map((step) => describe(step, listing)),
      ]),
    ),
  );
};

const isShown = ([newest]: readonly Version[]): boolean => newest !== undefined && !newest.isDeleteMarker;

const readStart = (token: string | undefined, startAfter: string | undefined): string => {
  if (token === undefined) return startAfter === undefined ? '' : `${byteForm(startAfter)}\0`;
  const bytes = Buffer.from(token, 'base64');
  if (token !== '' && bytes.toString('base64') === token) return bytes.toString('latin1');
  throw invalid('continuation-token', token, 'The continuation token provided is incorrect');
};

const describe = (step: Step, { encodeBytes }: ListingQuery): Element | undefined => {
  if (step.kind === 'prefix') return element('CommonPrefixes', [element('Prefix', encodeBytes(step.prefix))]);
  const [version] = step.versions;
  return version && element('Contents', [element('Key', encodeBytes(step.key)), ...describeVersion(version)]);
};

/** What a listing says of each version. */
export const describeVersion = (version: Version): (Element | undefined)[] => [
  element('LastModified', new Date(version.lastModified).toISOString()),
  element('ETag', quoted(version.etag)),
  optional('ChecksumAlgorithm', version.checksum?.algorithm),
  optional('ChecksumType', version.checksum?.type),
  element('Size', version.size),
  element('StorageClass', 'STANDARD'),
];
