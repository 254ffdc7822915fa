import { runtime, type Context } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import { fileIdOf, type FileArgs } from '../shared/fileArgument';
import { isFileId } from '../shared/fileId';
import type { FilePage } from '../shared/filePage';
import { ownerOf } from '../shared/owner';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<FileArgs, Pick<Stash, 'page'>>;

/** Looks up one of the caller's files and keeps the result in the stash: a page of one row or none. */
export const request = (ctx: Ctx) => {
  const FileId = fileIdOf(ctx);
  const UserId = ownerOf(ctx);
  if (!isFileId(FileId)) {
    ctx.stash.page = pageOf([]);
    runtime.earlyReturn({});
  }
  return get({ key: { UserId, FileId }, consistentRead: true });
};

export const response = (ctx: Ctx): null => {
  failOnSourceError(ctx);
  ctx.stash.page = pageOf(ctx.result ? [ctx.result] : []);
  return null;
};

const pageOf = (rows: FilePage['rows']): FilePage => ({ rows, nextToken: null });
