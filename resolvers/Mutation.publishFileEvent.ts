import type { Context } from '@aws-appsync/utils';
import type { FileEvent, MutationPublishFileEventArgs } from '../schema/generated/types';
import { toUserFile, type FileRow } from './shared/fileRow';

type Ctx = Context<MutationPublishFileEventArgs>;

/** Asks no source: what is published is what the follower of the table says. */
export const request = (ctx: Ctx): object => ({ payload: ctx.args.input.row });

export const response = (ctx: Ctx): FileEvent => {
  const { userId, fileId, type, at } = ctx.args.input;
  const row: FileRow = ctx.result;
  return { userId, fileId, type, at, file: toUserFile(row) };
};
