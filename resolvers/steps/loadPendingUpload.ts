import type { Context } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import { fileIdOf, type FileArgs } from '../shared/fileArgument';
import { readFileId } from '../shared/fileId';
import type { FileRow } from '../shared/fileRow';
import { ownerOf } from '../shared/owner';
import { refuseExpired } from '../shared/pendingUpload';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<FileArgs, Pick<Stash, 'upload'>>;

/** Loads a pending upload of the caller that has not expired. */
export const request = (ctx: Ctx) =>
  get({
    key: {
      UserId: ownerOf(ctx),
      FileId: readFileId(fileIdOf(ctx), 'UPLOAD_NOT_FOUND'),
    },
    consistentRead: true,
  });

export const response = (ctx: Ctx): FileRow => {
  failOnSourceError(ctx);
  const row: FileRow | null = ctx.result;
  if (row?.Status !== 'PENDING') return refuse('UPLOAD_NOT_FOUND', 'You have no such pending upload.');
  refuseExpired(row);
  ctx.stash.upload = row;
  return row;
};
