import type { Context } from '@aws-appsync/utils';
import type { DeletedFile, MutationDeleteFileArgs } from '../schema/generated/types';
import { toUserFile } from './shared/fileRow';
import type { Deleted } from './steps/deleteFile';

// findFile looks up the caller's file, then deleteFile moves it to the trash or removes its row.
export { request } from './shared/passOn';

export const response = (ctx: Context<MutationDeleteFileArgs>): DeletedFile => {
  const { row }: Deleted = ctx.prev.result;
  return { fileId: ctx.args.input.fileId, file: row ? toUserFile(row, null) : null };
};
