import type { Context } from '@aws-appsync/utils';
import type { FileEvent, MutationPublishFileEventArgs } from '../schema/generated/types';
import { toUserFile, type FileRow } from './shared/fileRow';

type Ctx = Context<MutationPublishFileEventArgs>;

/** Calls no source: followTable, which reads the table's stream, sends what is to be published. */
export const request = (ctx: Ctx): object => ({ payload: ctx.args.input.row });

export const response = (ctx: Ctx): FileEvent => {
  const { userId, fileId, type, at } = ctx.args.input;
  const row: FileRow = ctx.result;
  return { userId, fileId, type, at, file: toUserFile(row, null) };
};
