import type { Context } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { QueryGetDownloadUrlArgs } from '../../schema/generated/types';
import { readFileId } from '../shared/fileId';
import type { FileRow } from '../shared/fileRow';
import { ownerOf } from '../shared/owner';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';

/** Finds one of the caller's AVAILABLE files. */
export const request = (ctx: Context<QueryGetDownloadUrlArgs>) =>
  get({ key: { UserId: ownerOf(ctx), FileId: readFileId(ctx.args.fileId, 'NOT_FOUND') }, consistentRead: true });

export const response = (ctx: Context): FileRow => {
  failOnSourceError(ctx);
  // One answer for "not there", "not yours" and "not ready": nothing is revealed.
  if (ctx.result?.Status !== 'AVAILABLE') refuse('NOT_FOUND', 'You have no such file.');
  return ctx.result;
};
