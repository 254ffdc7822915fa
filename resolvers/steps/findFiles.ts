import { util, type Context } from '@aws-appsync/utils';
import type { MutationDeleteFilesArgs } from '../../schema/generated/types';
import { isFileId } from '../shared/fileId';
import type { FileRow } from '../shared/fileRow';
import { ownerOf } from '../shared/owner';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<MutationDeleteFilesArgs, Pick<Stash, 'wanted'>>;

/** Finds which of the named files the caller has. */
export const request = (ctx: Ctx) => {
  const { fileIds } = ctx.args.input;
  const UserId = ownerOf(ctx);
  // Checked before any other work on the list: a request of 1 MB can name more than 100,000 files.
  if (fileIds.length < 1 || fileIds.length > 50) refuse('INVALID_ARGUMENT', 'Name 1 to 50 files.');
  const wanted = fileIds.filter((id, at) => fileIds.indexOf(id) === at);
  if (!wanted.every(isFileId)) refuse('INVALID_ARGUMENT', 'One of these is not a fileId.');
  ctx.stash.wanted = wanted;
  const keys = wanted.map((FileId) => util.dynamodb.toMapValues({ UserId, FileId }));
  return { operation: 'BatchGetItem', tables: { [filesTable(ctx)]: { keys, consistentRead: true } } };
};

export const response = (ctx: Ctx): FileRow[] => {
  failOnSourceError(ctx);
  const table = filesTable(ctx);
  if (ctx.result.unprocessedKeys[table]?.length > 0) refuse('BUSY', 'The table is busy: send the request again.');
  const found: (FileRow | null)[] = ctx.result.data[table];
  return found.flatMap((row) => (row ? [row] : []));
};

const filesTable = (ctx: Ctx): string => ctx.env['FILES_TABLE'] ?? '';
