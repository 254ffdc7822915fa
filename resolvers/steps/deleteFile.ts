import { runtime, type Context } from '@aws-appsync/utils';
import type { MutationDeleteFileArgs } from '../../schema/generated/types';
import type { FilePage } from '../shared/filePage';
import type { FileRow } from '../shared/fileRow';
import { refuse } from '../shared/refuse';
import { refuseIfChanged, removeRow, replaceRow } from '../shared/replaceRow';
import { failOnSourceError } from '../shared/sourceError';
import { requireDeletable, trashedRow } from '../shared/trash';

type Ctx = Context<MutationDeleteFileArgs>;

/** The file's row in the trash; none when it was deleted for good. */
export interface Deleted {
  readonly row?: FileRow;
}

/** Moves the file to the trash, or removes its row, after which its bytes are deleted. */
export const request = (ctx: Ctx) => {
  const isPermanent = ctx.args.input.permanent === true;
  const { items }: FilePage = ctx.prev.result;
  const row = items[0];
  if (!row) return isPermanent ? runtime.earlyReturn({}) : refuse('NOT_FOUND', 'You have no such file.');
  requireDeletable(row, isPermanent);
  if (isPermanent) return removeRow(row);
  if (row.Status === 'TRASHED') runtime.earlyReturn({ row });
  return replaceRow(row, trashedRow(ctx, row));
};

export const response = (ctx: Ctx): Deleted => {
  refuseIfChanged(ctx);
  failOnSourceError(ctx);
  return ctx.args.input.permanent === true ? {} : { row: ctx.result };
};
