import { runtime, util, type Context } from '@aws-appsync/utils';
import type { MutationGetUploadUrlArgs } from '../../schema/generated/types';
import { cancellationReasons, isConflict } from '../shared/cancellation';
import type { FileRow } from '../shared/fileRow';
import { statusKey } from '../shared/indexKeys';
import { instantNow } from '../shared/instant';
import { limitOf } from '../shared/limit';
import { ownerOf } from '../shared/owner';
import { readPromise, type UploadPromise } from '../shared/promise';
import { refuseOverQuota, reserveUsage } from '../shared/quota';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';
import type { UsageRow } from '../shared/usageRow';

/** There is an `upload` already when `renewUpload` prolonged an earlier one. */
type Ctx = Context<MutationGetUploadUrlArgs, Pick<Stash, 'reserved'> & Partial<Pick<Stash, 'upload'>>>;

/** Writes the PENDING row of a new upload and counts it, in one transaction. */
export const request = (ctx: Ctx) => {
  if (ctx.stash.upload) runtime.earlyReturn(ctx.stash.upload);
  const row = newRow(ctx, readPromise(ctx, ctx.args.input));
  ctx.stash.reserved = row;
  const { UserId, FileId, ...attributes } = row;
  return {
    operation: 'TransactWriteItems',
    transactItems: [
      reserveUsage(ctx, UserId, row.Size),
      {
        table: ctx.env['FILES_TABLE'],
        operation: 'PutItem',
        key: util.dynamodb.toMapValues({ UserId, FileId }),
        attributeValues: util.dynamodb.toMapValues(attributes),
        condition: { expression: 'attribute_not_exists(FileId)' },
      },
    ],
  };
};

export const response = (ctx: Ctx): FileRow => {
  const usage = cancellationReasons<UsageRow>(ctx)[0];
  if (usage?.type === 'ConditionalCheckFailed') refuseOverQuota(ctx, usage.item ?? null);
  if (isConflict(ctx)) refuse('BUSY', 'Another request of yours was being counted: send this one again.');
  failOnSourceError(ctx);
  ctx.stash.upload = ctx.stash.reserved;
  return ctx.stash.reserved;
};

const newRow = (ctx: Ctx, promise: UploadPromise): FileRow => {
  const UserId = ownerOf(ctx);
  const now = instantNow();
  return {
    UserId,
    FileId: util.autoUlid(),
    ...promise,
    // The key does not contain the file name: users choose names, and keys are ours.
    S3Key: `uploads/${UserId}/${util.autoId()}`,
    Status: 'PENDING',
    UploadedKey: statusKey('PENDING', now),
    CreatedAt: now,
    UpdatedAt: now,
    ExpiresAt: util.time.nowEpochSeconds() + limitOf(ctx, 'PENDING_LIFETIME_SECONDS'),
    Version: 1,
  };
};
