import { util } from '@aws-appsync/utils';
import type { FileRow } from './fileRow';
import { refuse } from './refuse';

/** Refuses with UPLOAD_EXPIRED an upload whose row may end at any moment. */
export const refuseExpired = (row: FileRow): void => {
  if ((row.ExpiresAt ?? 0) <= util.time.nowEpochSeconds()) {
    refuse('UPLOAD_EXPIRED', 'The upload was begun too long ago; ask for a new ticket.');
  }
};
