import { runtime, type Context } from '@aws-appsync/utils';
import type { FileRow } from '../shared/fileRow';
import { prolong, whileGoingOn } from '../shared/pendingUpload';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';

/** Keeps an upload from expiring while its parts are sent, as long as it is not too old. */
export const request = (ctx: Context) => {
  const { UserId, FileId, CreatedAt }: FileRow = ctx.stash['upload'];
  const { CreatedAt: oldest, ...condition } = whileGoingOn(ctx);
  if (CreatedAt <= oldest.gt) runtime.earlyReturn({});
  return prolong(ctx, { UserId, FileId }, condition);
};

export const response = (ctx: Context): null => {
  if (ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException') {
    refuse('UPLOAD_NOT_FOUND', 'You have no such pending upload.');
  }
  failOnSourceError(ctx);
  ctx.stash['upload'] = ctx.result;
  return null;
};
