import type { FileBytes } from '../shared/fileBytes';

/** The bucket, as far as removing bytes needs it. */
export type RemovableBytes = Pick<
  FileBytes,
  'versionsUnder' | 'uploadsUnder' | 'occupy' | 'removeVersions' | 'abortUpload'
>;

/**
 * Removes what is stored under a key. Open uploads are aborted first, so that none can be completed afterwards. While a
 * ticket's PUT may be in progress (`isAwaited`), an empty object occupies the key: the PUT's If-None-Match is checked
 * when it ends, so no bytes arrive that nobody counts. Reconciling removes the empty object later.
 */
export const removeBytes = async (bytes: RemovableBytes, key: string, isAwaited: boolean): Promise<void> => {
  for await (const upload of bytes.uploadsUnder(key)) if (upload.key === key) await bytes.abortUpload(upload);
  const keeper = isAwaited ? await bytes.occupy(key) : undefined;
  const versions = [];
  for await (const version of bytes.versionsUnder(key)) {
    if (version.key === key && version.versionId !== keeper) versions.push(version);
  }
  await bytes.removeVersions(versions);
};
