import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../../clock';
import { S3Error } from '../errors';
import { openBlobs, type Blobs } from './blobs';
import { createCatalog, type Catalog } from './catalog';
import { createLocks, type Locks } from './locks';
import { openRecords } from './records';
import { openUploads, type Uploads } from './uploads';
import { isVersion, type Version, type VersionDraft } from './version';

/** The objects of all buckets. A write is on disk once it resolves; only complete objects are visible. */
export interface Store {
  readonly blobs: Blobs;
  readonly uploads: Uploads;
  /** Locks by name: `<bucket>/<key>` for an object, `upload <uploadId>` for a multipart upload. */
  readonly exclusively: Locks;
  readonly catalog: (bucket: string) => Catalog;
  /** The newest version, which may be a delete marker. */
  readonly current: (bucket: string, key: string) => Version | undefined;
  readonly find: (bucket: string, key: string, versionId: string) => Version | undefined;
  /** Adds the newest version. `mayPut` gets the current one and throws to refuse, under the object's lock. */
  readonly put: (draft: VersionDraft, mayPut?: MayPut) => Promise<Version>;
  /** Adds a delete marker, unless `mayDelete` throws on the current version. */
  readonly addDeleteMarker: (bucket: string, key: string, mayDelete?: MayPut) => Promise<Version>;
  /** Permanently removes one version, unless `mayDelete` throws on the current one. */
  readonly remove: (version: Version, mayDelete?: MayPut) => Promise<void>;
  readonly setTags: (version: Version, tags: Version['tags']) => Promise<void>;
}

export type MayPut = (current: Version | undefined) => void;

interface StoreOptions {
  readonly directory: string;
  readonly clock: Clock;
  readonly isVersioned: (bucket: string) => boolean;
}

/** Opens the store: reads every record, then removes blobs that no record refers to. */
export const openStore = async ({ directory, clock, isVersioned }: StoreOptions): Promise<Store> => {
  const records = await openRecords(join(directory, 'versions'), isVersion);
  const blobs = await openBlobs(join(directory, 'bytes'));
  const exclusively = createLocks();
  const catalogs = new Map<string, Catalog>();
  const all = (await records.all()).sort((a, b) => a.sequence - b.sequence);
  const uploads = await openUploads(directory, new Set(all.map(({ uploadId }) => uploadId)));
  // The newest version may have been removed for good after an upload had begun over it.
  let sequence = Math.max(all.at(-1)?.sequence ?? 0, ...uploads.all().map(({ begunOver = 0 }) => begunOver));

  const catalog = (bucket: string): Catalog => {
    const known = catalogs.get(bucket) ?? createCatalog();
    catalogs.set(bucket, known);
    return known;
  };
  const current = (bucket: string, key: string) => catalog(bucket).versions(key)[0];
  const find = (bucket: string, key: string, versionId: string) =>
    catalog(bucket)
      .versions(key)
      .find((version) => version.versionId === versionId);

  const isKnown = ({ bucket, key, versionId, sequence: number }: Version) =>
    find(bucket, key, versionId)?.sequence === number;

  const discard = async (version: Version): Promise<void> => {
    await records.remove([nameOf(version)]);
    for (const { blobId } of version.pieces) await blobs.remove(blobId);
  };

  const commit = async (draft: VersionDraft, isDeleteMarker: boolean): Promise<Version> => {
    const versionId = isVersioned(draft.bucket) ? randomBytes(24).toString('base64url').replaceAll('-', '.') : 'null';
    sequence += 1;
    const version: Version = { ...draft, versionId, sequence, lastModified: clock(), isDeleteMarker };
    const superseded = find(draft.bucket, draft.key, versionId);
    await records.write(nameOf(version), version);
    catalog(draft.bucket).add(version);
    if (superseded !== undefined) await discard(superseded);
    return version;
  };

  // A crash between writing a record and removing the one it supersedes leaves both; the later one wins.
  for (const version of all) {
    const superseded = find(version.bucket, version.key, version.versionId);
    if (superseded !== undefined) await records.remove([nameOf(superseded)]);
    catalog(version.bucket).add(version);
  }
  const kept = new Set(uploads.blobIds());
  for (const { bucket, key, versionId } of all) {
    for (const { blobId } of find(bucket, key, versionId)?.pieces ?? []) kept.add(blobId);
  }
  await blobs.sweep(kept);

  const lock = <T>({ bucket, key }: Pick<Version, 'bucket' | 'key'>, task: () => Promise<T>): Promise<T> =>
    exclusively(`${bucket}/${key}`, task);

  return {
    blobs,
    uploads,
    exclusively,
    catalog,
    current,
    find,
    put: (draft, mayPut) =>
      lock(draft, async () => {
        mayPut?.(current(draft.bucket, draft.key));
        return commit(draft, false);
      }),
    addDeleteMarker: (bucket, key, mayDelete) =>
      lock({ bucket, key }, () => {
        mayDelete?.(current(bucket, key));
        return commit({ bucket, key, size: 0, etag: '', pieces: [], headers: {}, tags: [] }, true);
      }),
    remove: (version, mayDelete) =>
      lock(version, async () => {
        mayDelete?.(current(version.bucket, version.key));
        if (!isKnown(version)) return;
        catalog(version.bucket).remove(version.key, version.versionId);
        await discard(version);
      }),
    setTags: (version, tags) =>
      lock(version, async () => {
        if (!isKnown(version)) throw new S3Error('NoSuchVersion');
        const tagged = { ...version, tags };
        await records.write(nameOf(version), tagged);
        catalog(version.bucket).replace(tagged);
      }),
  };
};

// The file name is a hash of bucket and key, so that no key can act as a path.
const nameOf = ({ bucket, key, sequence }: Version): string =>
  `${createHash('sha256').update(`${bucket}\0${key}`).digest('hex')}.${sequence}`;
