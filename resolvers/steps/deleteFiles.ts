import { runtime, type Context } from '@aws-appsync/utils';
import type { DeletedFile, MutationDeleteFilesArgs } from '../../schema/generated/types';
import { cancellationReasons, isConflict } from '../shared/cancellation';
import { toUserFile, type FileRow } from '../shared/fileRow';
import { refuse } from '../shared/refuse';
import { removeRow, replaceRow } from '../shared/replaceRow';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';
import { requireDeletable, trashedRow } from '../shared/trash';

type Ctx = Context<MutationDeleteFilesArgs, Pick<Stash, 'wanted' | 'deleted'>>;

/** Moves the files that were found to the trash, or removes their rows: all or none. */
export const request = (ctx: Ctx) => {
  const isPermanent = ctx.args.input.permanent === true;
  const rows: FileRow[] = ctx.prev.result;
  rows.forEach((row) => requireDeletable(row, isPermanent));
  const writes = isPermanent ? rows.map(removeRow) : trash(ctx, rows);
  if (isPermanent) ctx.stash.deleted = ctx.stash.wanted.map((fileId) => ({ fileId, file: null }));
  if (writes.length === 0) runtime.earlyReturn(ctx.stash.deleted);
  const table = ctx.env['FILES_TABLE'];
  return { operation: 'TransactWriteItems', transactItems: writes.map((write) => ({ table, ...write })) };
};

export const response = (ctx: Ctx): DeletedFile[] => {
  const isChanged = cancellationReasons(ctx).some(({ type }) => type === 'ConditionalCheckFailed');
  if (isChanged || isConflict(ctx)) refuse('BUSY', 'One of the files was being changed: send the request again.');
  failOnSourceError(ctx);
  return ctx.stash.deleted;
};

/** The writes for those files that are not in the trash yet. */
const trash = (ctx: Ctx, rows: FileRow[]): object[] => {
  const after = rows.map((row) => (row.Status === 'TRASHED' ? row : trashedRow(ctx, row)));
  ctx.stash.deleted = after.map((row) => ({ fileId: row.FileId, file: toUserFile(row, null) }));
  return rows.flatMap((row, at) => (row.Status === 'TRASHED' ? [] : [replaceRow(row, after[at] ?? row)]));
};
