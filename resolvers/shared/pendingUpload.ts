import { util, type Context } from '@aws-appsync/utils';
import type { FileRow } from './fileRow';
import { instantAt, instantNow } from './instant';
import { limitOf } from './limit';
import { refuse } from './refuse';

/** Refuses with UPLOAD_EXPIRED an upload whose row DynamoDB may remove at any moment. */
export const refuseExpired = (row: FileRow): void => {
  if ((row.ExpiresAt ?? 0) <= util.time.nowEpochSeconds()) {
    refuse('UPLOAD_EXPIRED', 'The upload has ended; ask for a new ticket.');
  }
};

/** The condition for prolonging an upload: PENDING, not expired, and not too old. */
export const whileGoingOn = (ctx: Context) => {
  const seconds = util.time.nowEpochSeconds();
  const oldest = seconds - limitOf(ctx, 'UPLOAD_LIFETIME_SECONDS');
  return {
    Status: { eq: 'PENDING' as const },
    ExpiresAt: { gt: seconds },
    CreatedAt: { gt: instantAt(oldest * 1000) },
  };
};

/** What prolonging changes: the upload may stay PENDING for another PENDING_LIFETIME_SECONDS. */
export const prolonged = (ctx: Context) => ({
  UpdatedAt: instantNow(),
  ExpiresAt: util.time.nowEpochSeconds() + limitOf(ctx, 'PENDING_LIFETIME_SECONDS'),
});
