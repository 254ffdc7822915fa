import type { Version } from '../store/version';
import type { Step } from '../store/walk';
import { walk } from '../store/walk';
import type { Element } from '../../xml';
import { element, optional } from '../../xml';
import type { BucketCall } from './call';
import type { ListingQuery } from './listing';
import { quoted } from './objectHeaders';

/** What one answer lists: objects, and groups of those that share a delimiter. */
interface ObjectPage {
  readonly steps: readonly Step[];
  readonly isTruncated: boolean;
}

/** Reads a page of a bucket's objects that begins at `from`, in byte form; what is deleted is left out. */
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

/** An object or a group as both versions of ListObjects write it. */
export const describeStep = (step: Step, { encodeBytes }: ListingQuery): Element | undefined => {
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
