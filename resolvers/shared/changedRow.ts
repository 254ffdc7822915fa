import type { FileRow } from './fileRow';
import { indexKeys } from './indexKeys';
import { instantNow } from './instant';

/** What may become of a file that is no pending upload. */
export type FileChange = Partial<Pick<FileRow, 'FileName' | 'Extra' | 'Status' | 'TrashedAt' | 'ExpiresAt'>>;

/** The row after a change, with a new version and the sort keys that follow from it. */
export const changedRow = (row: FileRow, change: FileChange): FileRow => {
  const { TrashedAt: _trashed, ExpiresAt: _expires, ...kept } = row;
  const next = { ...kept, ...change };
  return {
    ...next,
    ...indexKeys(next.Status, { ...next, UploadedAt: row.UploadedAt ?? row.CreatedAt }),
    UpdatedAt: instantNow(),
    Version: row.Version + 1,
  };
};
