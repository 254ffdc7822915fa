import { util, type Context } from '@aws-appsync/utils';
import { limitOf } from './limit';
import { refuse } from './refuse';
import type { UsageRow } from './usageRow';

/** The transaction item that counts a new pending upload, unless that would exceed a limit. */
export const reserveUsage = (ctx: Context, userId: string, size: number) => ({
  table: ctx.env['USAGE_TABLE'],
  operation: 'UpdateItem',
  key: util.dynamodb.toMapValues({ UserId: userId, Entry: 'TOTAL' }),
  update: {
    expression: 'ADD TotalBytes :size, PendingBytes :size, TotalFiles :one, PendingFiles :one',
    expressionValues: util.dynamodb.toMapValues({ ':size': size, ':one': 1 }),
  },
  condition: {
    // Conditions have no arithmetic: the stored total is compared with the limit less the new size.
    expression:
      '(attribute_not_exists(TotalBytes) AND :bytesLeft >= :none) OR ' +
      '(TotalBytes <= :bytesLeft AND TotalFiles < :maxFiles AND PendingFiles < :maxPending)',
    expressionValues: util.dynamodb.toMapValues({
      ':bytesLeft': limitOf(ctx, 'MAX_USER_BYTES') - size,
      ':none': 0,
      ':maxFiles': limitOf(ctx, 'MAX_USER_FILES'),
      ':maxPending': limitOf(ctx, 'MAX_PENDING_UPLOADS'),
    }),
    returnValuesOnConditionCheckFailure: true,
  },
});

/** Refuses, naming the limit that the stored usage has reached. */
export const refuseOverQuota = (ctx: Context, usage: UsageRow | null): never => {
  const maxPending = limitOf(ctx, 'MAX_PENDING_UPLOADS');
  if ((usage?.PendingFiles ?? 0) >= maxPending) {
    return refuse('TOO_MANY_UPLOADS', `You may have ${maxPending} pending uploads: save or end some.`);
  }
  const maxFiles = limitOf(ctx, 'MAX_USER_FILES');
  if ((usage?.TotalFiles ?? 0) >= maxFiles) return refuse('QUOTA_EXCEEDED', `You may have ${maxFiles} files.`);
  const left = limitOf(ctx, 'MAX_USER_BYTES') - (usage?.TotalBytes ?? 0);
  return refuse('QUOTA_EXCEEDED', `Your quota has ${left} bytes left.`);
};
