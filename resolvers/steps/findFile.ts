import { runtime, type Context } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import { fileIdOf, type FileArgs } from '../shared/fileArgument';
import { isFileId } from '../shared/fileId';
import type { FilePage } from '../shared/filePage';
import { ownerOf } from '../shared/owner';
import { failOnSourceError } from '../shared/sourceError';

type Ctx = Context<FileArgs>;

/** Looks up one of the caller's files: a page of one row or none. */
export const request = (ctx: Ctx) => {
  const FileId = fileIdOf(ctx);
  const UserId = ownerOf(ctx);
  if (!isFileId(FileId)) runtime.earlyReturn(pageOf([]));
  return get({ key: { UserId, FileId }, consistentRead: true });
};

export const response = (ctx: Ctx): FilePage => {
  failOnSourceError(ctx);
  return pageOf(ctx.result ? [ctx.result] : []);
};

const pageOf = (items: FilePage['items']): FilePage => ({ items });
