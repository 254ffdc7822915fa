import type { FileBytes } from '../shared/fileBytes';
import type { Change } from './change';
import { eventOf } from './eventOf';
import type { Publisher } from './publisher';
import type { Usage } from './usage';

interface Tools {
  readonly bytes: Pick<FileBytes, 'versionsUnder' | 'uploadsUnder' | 'removeVersions' | 'abortUpload'>;
  readonly usage: Usage;
  readonly publish: Publisher;
}

/**
 * Does what follows from a change of a row: bytes go with their row, usage is lowered, the owner is told. Each step may
 * be done again without harm, and the telling comes last: what is told is done.
 */
export const followChange = async (change: Change, { bytes, usage, publish }: Tools): Promise<void> => {
  const { before, after, at } = change;
  if (before && after === undefined) {
    await removeBytes(bytes, before.S3Key);
    await usage.free(before);
  } else if (before?.Status === 'PENDING' && after?.Status !== 'PENDING') {
    await usage.settle(before);
  }
  const type = eventOf(change);
  const row = after ?? before;
  if (type === null || row === undefined) return;
  await publish({ userId: row.UserId, fileId: row.FileId, type, at, row: JSON.stringify(row) });
};

/** Open uploads go first: nothing can be completed after. */
const removeBytes = async (bytes: Tools['bytes'], key: string): Promise<void> => {
  for await (const upload of bytes.uploadsUnder(key)) if (upload.key === key) await bytes.abortUpload(upload);
  const versions = [];
  for await (const version of bytes.versionsUnder(key)) if (version.key === key) versions.push(version);
  await bytes.removeVersions(versions);
};
