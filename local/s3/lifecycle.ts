import type { World } from './operations/call';
import { abortUpload } from './operations/abortMultipartUpload';
import type { BucketDescription } from './options';
import type { Version } from './store/version';

const dayMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Applies each bucket's lifecycle rules once: aborts stale multipart uploads, removes versions that have long been
 * noncurrent, and equally old delete markers with no version behind them.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html
 */
export const applyLifecycle = async (world: World): Promise<void> => {
  for (const bucket of world.buckets.values()) {
    await abortOldUploads(bucket, world);
    await endOldVersions(bucket, world);
  }
};

const abortOldUploads = async (
  { name, abortIncompleteMultipartDays }: BucketDescription,
  world: World,
): Promise<void> => {
  const { store, clock } = world;
  const limit = clock() - abortIncompleteMultipartDays * dayMilliseconds;
  for (const { bucket, uploadId, initiated } of [...store.uploads.all()]) {
    if (bucket !== name || initiated > limit) continue;
    await store.exclusively(`upload ${uploadId}`, () => abortUpload(store, uploadId));
  }
};

const endOldVersions = async ({ name, noncurrentVersionDays }: BucketDescription, world: World): Promise<void> => {
  const limit = world.clock() - noncurrentVersionDays * dayMilliseconds;
  for (const { versions } of [...world.store.catalog(name).from('')]) {
    // A version became noncurrent when the next one was written.
    const ended = versions.slice(1).filter((_, index) => (versions[index]?.lastModified ?? Infinity) <= limit);
    for (const version of ended) await end(version, world);
    const [newest] = versions;
    const isAlone = newest?.isDeleteMarker === true && ended.length === versions.length - 1;
    if (isAlone && newest.lastModified <= limit) await end(newest, world);
  }
};

const end = async (version: Version, { store, emit }: World): Promise<void> => {
  await store.remove(version);
  emit('LifecycleExpiration:Delete', version);
};
