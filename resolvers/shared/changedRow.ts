import type { FileRow } from './fileRow';
import { indexKeys } from './indexKeys';
import { instantNow } from './instant';

/** The attributes that may change once a file is no longer PENDING. */
export type FileChange = Partial<Pick<FileRow, 'FileName' | 'Extra' | 'Status' | 'TrashedAt' | 'ExpiresAt'>>;

/** The row after a change, with the next version and recomputed sort keys. */
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
