import { runtime, util, type Context } from '@aws-appsync/utils';
import { update } from '@aws-appsync/utils/dynamodb';
import type { FileRow } from '../shared/fileRow';
import { limitOf } from '../shared/limit';
import { prolonged, whileGoingOn } from '../shared/pendingUpload';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';

/** Keeps an upload from ending while its parts are sent: once half of its time is over, and as long as it is not too old. */
export const request = (ctx: Context) => {
  const { UserId, FileId, ExpiresAt = 0, CreatedAt }: FileRow = ctx.stash['upload'];
  const { CreatedAt: oldest, ...condition } = whileGoingOn(ctx);
  const left = ExpiresAt - util.time.nowEpochSeconds();
  if (left > limitOf(ctx, 'PENDING_LIFETIME_SECONDS') / 2 || CreatedAt <= oldest.gt) runtime.earlyReturn(null);
  return update<FileRow>({ key: { UserId, FileId }, update: prolonged(ctx), condition });
};

export const response = (ctx: Context): null => {
  if (ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException') {
    refuse('UPLOAD_NOT_FOUND', 'You have no such pending upload.');
  }
  failOnSourceError(ctx);
  ctx.stash['upload'] = ctx.result;
  return null;
};
