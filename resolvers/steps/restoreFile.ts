import { runtime, util, type Context } from '@aws-appsync/utils';
import { changedRow } from '../shared/changedRow';
import type { FileRow } from '../shared/fileRow';
import { refuse } from '../shared/refuse';
import { refuseIfChanged, replaceRow } from '../shared/replaceRow';
import { failOnSourceError } from '../shared/sourceError';

/** Takes the file out of the trash, unless its time there has expired. */
export const request = (ctx: Context) => {
  const row: FileRow = ctx.prev.result;
  if (row.Status === 'AVAILABLE') runtime.earlyReturn(row);
  if (row.Status !== 'TRASHED') refuse('STATE_CONFLICT', `The file is ${row.Status}.`);
  if ((row.ExpiresAt ?? 0) <= util.time.nowEpochSeconds()) refuse('NOT_FOUND', 'You have no such file.');
  return replaceRow(row, changedRow(row, { Status: 'AVAILABLE' }));
};

export const response = (ctx: Context): FileRow => {
  refuseIfChanged(ctx);
  failOnSourceError(ctx);
  return ctx.result;
};
