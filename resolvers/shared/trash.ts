import { util, type Context } from '@aws-appsync/utils';
import { changedRow } from './changedRow';
import type { FileRow } from './fileRow';
import { instantNow } from './instant';
import { limitOf } from './limit';
import { refuse } from './refuse';

/** The row in the trash, from where it is deleted for good in time. */
export const trashedRow = (ctx: Context, row: FileRow): FileRow =>
  changedRow(row, {
    Status: 'TRASHED',
    TrashedAt: instantNow(),
    ExpiresAt: util.time.nowEpochSeconds() + limitOf(ctx, 'TRASH_LIFETIME_SECONDS'),
  });

/** Refuses with STATE_CONFLICT what `deleteFile` is not for. */
export const requireDeletable = (row: FileRow, isPermanent: boolean): void => {
  if (row.Status === 'PENDING') refuse('STATE_CONFLICT', 'A pending upload is ended by abortUpload.');
  if (row.Status === 'REJECTED' && !isPermanent) refuse('STATE_CONFLICT', 'A REJECTED file is only deleted for good.');
};
