import type { Ingested } from '../body/ingest';
import { S3Error } from '../errors';
import type { MayPut, Store } from '../store/store';
import type { Version, VersionDraft } from '../store/version';

/** Makes verified bytes the newest version of an object; removes them if the writer's condition fails. */
export const commitBytes = async (
  store: Store,
  about: Pick<VersionDraft, 'bucket' | 'key' | 'headers' | 'tags'>,
  { blobId, size, md5, checksum }: Ingested,
  mayPut?: MayPut,
): Promise<Version> => {
  const draft = {
    ...about,
    size,
    etag: md5,
    pieces: [{ blobId, size }],
    ...(checksum === undefined ? {} : { checksum }),
  };
  try {
    return await store.put(draft, mayPut);
  } catch (error) {
    // After a disk failure a record may still refer to the bytes; the sweep at the next start decides.
    if (error instanceof S3Error) await store.blobs.remove(blobId);
    throw error;
  }
};
