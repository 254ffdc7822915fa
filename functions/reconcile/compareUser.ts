import type { FileBytes, ObjectVersion } from '../shared/fileBytes';
import type { FileRow } from '../shared/fileRow';
import type { FileRows } from './fileRows';
import type { Findings } from './findings';
import { keyPrefix } from './users';

interface Tools {
  readonly rows: FileRows;
  readonly bytes: Pick<FileBytes, 'versionsUnder' | 'uploadsUnder' | 'removeVersions' | 'abortUpload'>;
  /** Reports what needs a person's attention. */
  readonly warn: (message: string, details: object) => void;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Bytes younger than this may belong to an operation in progress. */
  readonly graceMilliseconds: number;
}

/**
 * Compares one person's rows with their bytes, repairs what is safe to repair, and returns the rows that it read,
 * including those that it deleted: usage still counts them. Rows are read first: bytes are written after their row, so
 * bytes that are older than the grace period and have no row have lost it.
 */
export const compareUser = async (userId: string, findings: Findings, tools: Tools): Promise<FileRow[]> => {
  const { rows, bytes, now, graceMilliseconds } = tools;
  const byKey = await rows.ofUser(userId);
  const isOld = ({ since }: { readonly since: number }): boolean => since < now - graceMilliseconds;
  const pinned = new Set<string>();
  const orphans: ObjectVersion[] = [];
  const stale: ObjectVersion[] = [];

  for await (const version of bytes.versionsUnder(`${keyPrefix}${userId}/`)) {
    const row = byKey.get(version.key);
    if (row?.VersionId === version.versionId) pinned.add(version.key);
    else if (row === undefined && isOld(version)) orphans.push(version);
    else if (row !== undefined && isSaved(row) && isOld(version)) stale.push(version);
  }
  for await (const upload of bytes.uploadsUnder(`${keyPrefix}${userId}/`)) {
    if (byKey.has(upload.key) || !isOld(upload)) continue;
    await bytes.abortUpload(upload);
    findings.orphanUploads += 1;
  }
  await bytes.removeVersions([...orphans, ...stale]);
  findings.orphanVersions += orphans.length;
  findings.staleVersions += stale.length;

  for (const [key, row] of byKey) {
    if (hasEnded(row, now)) {
      if (await rows.end(row)) findings.expiredRows += 1;
    } else if (isSaved(row) && !pinned.has(key) && (await rows.isStill(row))) {
      findings.rowsWithoutBytes += 1;
      tools.warn('A saved file has lost its bytes.', { userId, fileId: row.FileId, key, versionId: row.VersionId });
    }
  }
  return [...byKey.values()];
};

const isSaved = ({ Status, VersionId }: FileRow): boolean =>
  (Status === 'AVAILABLE' || Status === 'TRASHED') && VersionId !== undefined;

const hasEnded = ({ Status, ExpiresAt }: FileRow, now: number): boolean =>
  (Status === 'PENDING' || Status === 'TRASHED') && ExpiresAt !== undefined && ExpiresAt * 1000 <= now;
