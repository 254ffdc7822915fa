import type { Context } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { Usage } from '../schema/generated/types';
import { limitOf } from './shared/limit';
import { ownerOf } from './shared/owner';
import { failOnSourceError } from './shared/sourceError';
import type { UsageRow } from './shared/usageRow';

/** Reads the caller's usage; someone who never uploaded has no entry. */
export const request = (ctx: Context) => get({ key: { UserId: ownerOf(ctx), Entry: 'TOTAL' }, consistentRead: true });

export const response = (ctx: Context): Usage => {
  failOnSourceError(ctx);
  const usage: UsageRow | null = ctx.result;
  const reservedBytes = usage?.PendingBytes ?? 0;
  const pendingCount = usage?.PendingFiles ?? 0;
  return {
    usedBytes: (usage?.TotalBytes ?? 0) - reservedBytes,
    reservedBytes,
    fileCount: (usage?.TotalFiles ?? 0) - pendingCount,
    pendingCount,
    maxBytes: limitOf(ctx, 'MAX_USER_BYTES'),
    maxFiles: limitOf(ctx, 'MAX_USER_FILES'),
  };
};
