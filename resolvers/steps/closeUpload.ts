import { util, type Context } from '@aws-appsync/utils';
import { update } from '@aws-appsync/utils/dynamodb';
import type { MutationAbortUploadArgs } from '../../schema/generated/types';
import { readFileId } from '../shared/fileId';
import type { FileRow } from '../shared/fileRow';
import { ownerOf } from '../shared/owner';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';

type Ctx = Context<MutationAbortUploadArgs>;

/** Closes a pending upload: from now on it cannot be saved, so its bytes may go. Closing twice does no harm. */
export const request = (ctx: Ctx) =>
  update<FileRow>({
    key: { UserId: ownerOf(ctx), FileId: readFileId(ctx.args.input.fileId, 'UPLOAD_NOT_FOUND') },
    update: { ClosedAt: util.time.nowISO8601() },
    condition: { Status: { eq: 'PENDING' } },
  });

export const response = (ctx: Ctx): FileRow => {
  if (ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException') {
    refuse('UPLOAD_NOT_FOUND', 'You have no such pending upload.');
  }
  failOnSourceError(ctx);
  ctx.stash['upload'] = ctx.result;
  return ctx.result;
};
