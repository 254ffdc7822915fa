import type { Context } from '@aws-appsync/utils';
import { remove } from '@aws-appsync/utils/dynamodb';
import type { AbortedUpload, MutationAbortUploadArgs } from '../schema/generated/types';
import { readFileId } from './shared/fileId';
import type { FileRow } from './shared/fileRow';
import { ownerOf } from './shared/owner';
import { refuse } from './shared/refuse';
import { failOnSourceError, hasConditionFailed } from './shared/sourceError';

type Ctx = Context<MutationAbortUploadArgs>;

/** Removes the row of a pending upload: it can no longer be saved, and what has arrived of it is deleted afterwards. */
export const request = (ctx: Ctx) =>
  remove<FileRow>({
    key: { UserId: ownerOf(ctx), FileId: readFileId(ctx.args.input.fileId, 'UPLOAD_NOT_FOUND') },
    condition: { Status: { eq: 'PENDING' } },
  });

export const response = (ctx: Ctx): AbortedUpload => {
  // When the row does not exist, AppSync reports a successful delete; only the delete of a row has a result.
  const isNone = !ctx.error && !ctx.result;
  if (isNone || hasConditionFailed(ctx)) {
    refuse('UPLOAD_NOT_FOUND', 'You have no such pending upload.');
  }
  failOnSourceError(ctx);
  return { fileId: ctx.args.input.fileId };
};
