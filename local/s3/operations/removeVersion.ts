import type { BucketDescription } from '../options';
import type { Version } from '../store/version';
import type { World } from './call';

/** What a deletion did: the marker it made, or the version it removed. */
export interface Removal {
  readonly marker?: Version;
  readonly removed?: Version;
}

/**
 * Deletes as S3 does: without a version id a versioned bucket gets a delete marker, even for a key that never was;
 * with one, that version ends for good. See https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectVersions.html
 */
export const removeVersion = async (
  { store, emit }: World,
  { name, versioned }: BucketDescription,
  key: string,
  versionId: string | undefined,
): Promise<Removal> => {
  if (versionId === undefined && versioned) {
    const marker = await store.addDeleteMarker(name, key);
    emit('ObjectRemoved:DeleteMarkerCreated', marker);
    return { marker };
  }
  const removed = store.find(name, key, versionId ?? 'null');
  if (removed === undefined) return {};
  await store.remove(removed);
  emit('ObjectRemoved:Delete', removed);
  return { removed };
};
