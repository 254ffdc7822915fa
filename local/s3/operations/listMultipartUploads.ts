import { invalidArgument } from '../errors';
import { byteForm } from '../store/catalog';
import type { Upload } from '../store/uploads';
import { xmlAnswer } from '../wire/answer';
import { wholeSeconds } from '../wire/wholeSeconds';
import { element, optional, type Element } from '../../xml';
import type { BucketCall, Handler } from './call';
import { groupOf, readListing, type ListingQuery } from './listing';
import { initiatorOf, owner } from './owner';

/** One entry: an upload, or the common prefix of several. */
type Item = Upload | string;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html */
export const listMultipartUploads: Handler<BucketCall> = (call) => {
  const { bucket, query } = call;
  const listing = readListing(call, 'max-uploads');
  const { prefix, delimiter, limit, encode, encodingType } = listing;
  const marker = readMarker(call);
  const following = items(call, listing, marker);
  const page = following.slice(0, limit);
  const last = page.at(-1);
  // S3's oddity: a page that ends with a common prefix has empty markers.
  const next = typeof last === 'object' ? last : { key: '', uploadId: '' };
  return Promise.resolve(
    xmlAnswer(
      element('ListMultipartUploadsResult', [
        element('Bucket', bucket.name),
        element('KeyMarker', encode(marker.key)),
        element('UploadIdMarker', marker.uploadId),
        element('NextKeyMarker', encode(next.key)),
        element('NextUploadIdMarker', next.uploadId),
        optional('Prefix', query.has('prefix') ? encode(prefix) : undefined),
        optional('Delimiter', delimiter === '' ? undefined : encode(delimiter)),
        optional('EncodingType', encodingType),
        element('MaxUploads', limit),
        element('IsTruncated', limit > 0 && following.length > limit),
        ...page.map((item) => describe(item, listing)),
      ]),
    ),
  );
};

/** Where the listing continues; an id counts only with its key. */
const readMarker = ({ world, query }: BucketCall): Pick<Upload, 'key' | 'uploadId'> => {
  const key = query.get('key-marker') ?? '';
  const uploadId = key === '' ? '' : (query.get('upload-id-marker') ?? '');
  const named = world.store.uploads.find(uploadId);
  if (named === undefined || named.key === key) return { key, uploadId };
  throw invalidArgument('upload-id-marker', uploadId, 'Invalid uploadId marker');
};

const items = (
  { world, bucket }: BucketCall,
  listing: ListingQuery,
  marker: Pick<Upload, 'key' | 'uploadId'>,
): Item[] => {
  const passed = groupOf(marker.key, listing);
  const all = world.store.uploads
    .all()
    .filter(({ bucket: of, key }) => of === bucket.name && key.startsWith(listing.prefix))
    .filter((upload) => marker.key === '' || isAfter(upload, marker))
    .sort((a, b) => compare(orderOf(a), orderOf(b)))
    .map((upload) => groupOf(upload.key, listing) ?? upload);
  return [...new Set(all)].filter((item) => item !== passed);
};

// Uploads of one key are ordered by id, which is when they began; `upload-id-marker` continues after an id.
const orderOf = ({ key, uploadId }: Upload): string => `${byteForm(key)}\0${uploadId}`;

const isAfter = ({ key, uploadId }: Upload, marker: Pick<Upload, 'key' | 'uploadId'>): boolean => {
  if (key !== marker.key) return byteForm(key) > byteForm(marker.key);
  return marker.uploadId !== '' && uploadId > marker.uploadId;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const describe = (item: Item, { encode }: ListingQuery): Element =>
  typeof item === 'string'
    ? element('CommonPrefixes', [element('Prefix', encode(item))])
    : element('Upload', [
        element('Key', encode(item.key)),
        element('UploadId', item.uploadId),
        initiatorOf(item),
        owner,
        element('StorageClass', 'STANDARD'),
        element('Initiated', wholeSeconds(item.initiated)),
        optional('ChecksumAlgorithm', item.checksum?.algorithm),
        optional('ChecksumType', item.checksum?.type),
      ]);
