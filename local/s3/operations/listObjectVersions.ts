import { invalidArgument } from '../errors';
import { byteForm } from '../store/catalog';
import type { Version } from '../store/version';
import { walk } from '../store/walk';
import { xmlAnswer } from '../wire/answer';
import { wholeSeconds } from '../wire/wholeSeconds';
import { element, optional, type Element } from '../../xml';
import type { BucketCall, Handler } from './call';
import { groupOf, readListing, startAfter, type ListingQuery } from './listing';
import { owner } from './owner';
import { describeVersion } from './readObjectPage';
import { isVersionId } from './readVersionId';

type Item =
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'version'; readonly version: Version; readonly isLatest: boolean };

interface Start {
  readonly key: string | undefined;
  readonly versionId: string | undefined;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html */
export const listObjectVersions: Handler<BucketCall> = (call) => {
  const { bucket, query } = call;
  const listing = readListing(call, 'max-keys');
  const start = { key: query.get('key-marker') || undefined, versionId: query.get('version-id-marker') || undefined };
  if (start.versionId !== undefined && start.key === undefined) {
    throw invalidArgument(
      'version-id-marker',
      start.versionId,
      'A version-id marker cannot be specified without a key marker.',
    );
  }
  if (start.versionId !== undefined && !isVersionId(start.versionId)) {
    throw invalidArgument('version-id-marker', start.versionId, 'Invalid version id specified');
  }
  const page: Item[] = [];
  let isTruncated = false;
  for (const item of listing.limit === 0 ? [] : items(call, listing, start)) {
    isTruncated = page.length === listing.limit;
    if (isTruncated) break;
    page.push(item);
  }
  return Promise.resolve(
    xmlAnswer(
      element('ListVersionsResult', [
        element('Name', bucket.name),
        element('Prefix', listing.encode(listing.prefix)),
        element('KeyMarker', listing.encode(start.key ?? '')),
        element('VersionIdMarker', start.versionId ?? ''),
        ...(isTruncated ? nextMarkers(page.at(-1), listing) : []),
        element('MaxKeys', listing.limit),
        optional('Delimiter', listing.delimiter === '' ? undefined : listing.encode(listing.delimiter)),
        optional('EncodingType', listing.encodingType),
        element('IsTruncated', isTruncated),
        ...page.map((item) => describe(item, listing)),
      ]),
    ),
  );
};

function* items({ world, bucket }: BucketCall, listing: ListingQuery, { key, versionId }: Start): Generator<Item> {
  const isInside = versionId !== undefined && groupOf(key ?? '', listing) === undefined;
  const from = isInside ? byteForm(key ?? '') : startAfter(key ?? '', listing);
  for (const step of walk(world.store.catalog(bucket.name), { ...listing, from, isShown: () => true })) {
    if (step.kind === 'prefix') {
      yield step;
      continue;
    }
    const isStart = versionId !== undefined && step.versions[0]?.key === key;
    const skipped = isStart ? step.versions.findIndex((version) => version.versionId === versionId) + 1 : 0;
    for (const version of step.versions.slice(skipped)) {
      yield { kind: 'version', version, isLatest: version === step.versions[0] };
    }
  }
}

const nextMarkers = (last: Item | undefined, { encode, encodeBytes }: ListingQuery): Element[] => {
  if (last === undefined) return [];
  if (last.kind === 'prefix') return [element('NextKeyMarker', encodeBytes(last.prefix))];
  const { key, versionId } = last.version;
  return [element('NextKeyMarker', encode(key)), element('NextVersionIdMarker', versionId)];
};

const describe = (item: Item, { encode, encodeBytes }: ListingQuery): Element => {
  if (item.kind === 'prefix') return element('CommonPrefixes', [element('Prefix', encodeBytes(item.prefix))]);
  const { version, isLatest } = item;
  const named = [
    element('Key', encode(version.key)),
    element('VersionId', version.versionId),
    element('IsLatest', isLatest),
  ];
  return version.isDeleteMarker
    ? element('DeleteMarker', [...named, element('LastModified', wholeSeconds(version.lastModified)), owner])
    : element('Version', [...named, ...describeVersion(version), owner]);
};
