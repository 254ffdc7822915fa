import { runtime, type Context } from '@aws-appsync/utils';
import type { MutationUpdateFileArgs, UpdateFileInput } from '../../schema/generated/types';
import { isConflict } from '../shared/cancellation';
import { changedRow, type FileChange } from '../shared/changedRow';
import { readExtra } from '../shared/extra';
import { readFileName } from '../shared/fileName';
import type { FileRow } from '../shared/fileRow';
import { numberText } from '../shared/numberText';
import { refuse } from '../shared/refuse';
import { replaceRow } from '../shared/replaceRow';
import { failOnSourceError, hasConditionFailed } from '../shared/sourceError';

type Ctx = Context<MutationUpdateFileArgs>;

/** Gives the file another name or `extra`, if it is still at the version that the caller saw. */
export const request = (ctx: Ctx) => {
  const row: FileRow = ctx.prev.result;
  if (row.Status !== 'AVAILABLE') refuse('STATE_CONFLICT', `The file is ${row.Status}.`);
  const change = readChange(ctx, ctx.args.input);
  const isDone = row.FileName === change.FileName && row.Extra === change.Extra;
  const { version } = ctx.args.input;
  // A retry of a change whose response was lost: nothing is left to do.
  if (isDone && (version === row.Version || version === row.Version - 1)) runtime.earlyReturn(row);
  if (version !== row.Version)
    refuse('VERSION_CONFLICT', `The file is at version ${numberText(row.Version)}, not ${version}.`);
  return replaceRow(row, changedRow(row, change));
};

export const response = (ctx: Ctx): FileRow => {
  if (hasConditionFailed(ctx)) {
    refuse('VERSION_CONFLICT', 'The file has been changed in the meantime.');
  }
  if (isConflict(ctx)) refuse('BUSY', 'The file was being changed: send the request again.');
  failOnSourceError(ctx);
  return ctx.result;
};

const readChange = (ctx: Ctx, input: UpdateFileInput): FileChange => {
  const { FileName, Extra }: FileRow = ctx.prev.result;
  return {
    FileName: readFileName(input.fileName ?? FileName),
    Extra: Object.hasOwn(input, 'extra') ? readExtra(ctx, input.extra) : (Extra ?? 'null'),
  };
};
