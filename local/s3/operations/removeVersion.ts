import type { BucketDescription } from '../options';
import type { Version } from '../store/version';
import type { World } from './call';
import { deleteCondition } from './conditions';

/** The object, or the version of it, to delete. */
export interface Deletion {
  readonly key: string;
  readonly versionId: string | undefined;
  /** The required ETag of the current version. */
  readonly match: string | undefined;
}

/** Whether a deletion reveals something about the ETag, and so needs permission to read the object. */
export const readsEtag = ({ match }: Deletion): boolean => match !== undefined && match !== '*';

/** What a deletion did: the marker it created, or the version it removed. */
export interface Removal {
  readonly marker?: Version;
  readonly removed?: Version;
}

/**
 * Deletes as S3 does: without a version id a versioned bucket gets a delete marker, even for a key that never existed;
 * with one, that version is removed permanently.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectVersions.html
 */
export const removeVersion = async (
  { store, emit }: World,
  { name, versioned }: BucketDescription,
  { key, versionId, match }: Deletion,
): Promise<Removal> => {
  const mayDelete = deleteCondition(match, key);
  if (versionId === undefined && versioned) {
    const marker = await store.addDeleteMarker(name, key, mayDelete);
    emit('ObjectRemoved:DeleteMarkerCreated', marker);
    return { marker };
  }
  const removed = store.find(name, key, versionId ?? 'null');
  if (removed === undefined) {
    mayDelete(store.current(name, key));
    return {};
  }
  await store.remove(removed, mayDelete);
  emit('ObjectRemoved:Delete', removed);
  return { removed };
};
