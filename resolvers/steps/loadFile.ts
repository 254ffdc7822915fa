import type { Context } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import { fileIdOf, type FileArgs } from '../shared/fileArgument';
import { readFileId } from '../shared/fileId';
import type { FileRow } from '../shared/fileRow';
import { ownerOf } from '../shared/owner';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<FileArgs, Pick<Stash, 'file'>>;

/** Loads one of the caller's files, unless it is still a pending upload. */
export const request = (ctx: Ctx) =>
  get({ key: { UserId: ownerOf(ctx), FileId: readFileId(fileIdOf(ctx), 'NOT_FOUND') }, consistentRead: true });

export const response = (ctx: Ctx): FileRow => {
  failOnSourceError(ctx);
  const row: FileRow | null = ctx.result;
  // One answer for "not there", "not yours" and "not yet": nothing is revealed.
  if (!row || row.Status === 'PENDING') return refuse('NOT_FOUND', 'You have no such file.');
  ctx.stash.file = row;
  return row;
};
