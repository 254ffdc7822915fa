import { util, type Context } from '@aws-appsync/utils';
import { changedRow } from './changedRow';
import type { FileRow } from './fileRow';
import { instantNow } from './instant';
import { limitOf } from './limit';
import { refuse } from './refuse';

/** The row moved to the trash, where it expires after TRASH_LIFETIME_SECONDS. */
export const trashedRow = (ctx: Context, row: FileRow): FileRow =>
  changedRow(row, {
    Status: 'TRASHED',
    TrashedAt: instantNow(),
    ExpiresAt: util.time.nowEpochSeconds() + limitOf(ctx, 'TRASH_LIFETIME_SECONDS'),
  });

/** Refuses with STATE_CONFLICT a file that may not be deleted this way. */
export const requireDeletable = (row: FileRow, isPermanent: boolean): void => {
  if (row.Status === 'PENDING') refuse('STATE_CONFLICT', 'A pending upload is ended by abortUpload.');
  if (row.Status === 'REJECTED' && !isPermanent) {
    refuse('STATE_CONFLICT', 'A REJECTED file can only be deleted for good.');
  }
};
