import type { Version } from '../store/version';
import { walk, type Step } from '../store/walk';
import { wholeSeconds } from '../wire/wholeSeconds';
import { element, optional, type Element } from '../../xml';
import type { BucketCall } from './call';
import type { ListingQuery } from './listing';
import { quoted } from './objectHeaders';
import { owner } from './owner';

/** One page of a listing: objects, and groups of objects with a common prefix. */
interface ObjectPage {
  readonly steps: readonly Step[];
  readonly isTruncated: boolean;
}

/** Reads a page of a bucket's objects from `from` on, in byte form; deleted objects are left out. */
export const readObjectPage = ({ world, bucket }: BucketCall, listing: ListingQuery, from: string): ObjectPage => {
  const steps: Step[] = [];
  if (listing.limit === 0) return { steps, isTruncated: false };
  for (const step of walk(world.store.catalog(bucket.name), { ...listing, from, isShown })) {
    if (steps.length === listing.limit) return { steps, isTruncated: true };
    steps.push(step);
  }
  return { steps, isTruncated: false };
};

const isShown = ([newest]: readonly Version[]): boolean => newest !== undefined && !newest.isDeleteMarker;

/** An object or a group, as in both versions of ListObjects; version 2 names owners only on request. */
export const describeStep = (step: Step, { encodeBytes }: ListingQuery, hasOwner: boolean): Element | undefined => {
  if (step.kind === 'prefix') return element('CommonPrefixes', [element('Prefix', encodeBytes(step.prefix))]);
  const [version] = step.versions;
  return (
    version &&
    element('Contents', [
      element('Key', encodeBytes(step.key)),
      ...describeVersion(version),
      hasOwner ? owner : undefined,
    ])
  );
};

/** The elements that describe a version in a listing. */
export const describeVersion = (version: Version): (Element | undefined)[] => [
  element('LastModified', wholeSeconds(version.lastModified)),
  element('ETag', quoted(version.etag)),
  optional('ChecksumAlgorithm', version.checksum?.algorithm),
  optional('ChecksumType', version.checksum?.type),
  element('Size', version.size),
  element('StorageClass', 'STANDARD'),
];
