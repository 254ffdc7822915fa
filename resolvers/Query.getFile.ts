import type { Context } from '@aws-appsync/utils';
import type { QueryGetFileArgs, UserFile } from '../schema/generated/types';
import { toUserFiles, type FilePage } from './shared/filePage';

// findFile looks up the caller's file; signDownloads signs its URL if the client selects it.
export { request } from './shared/passOn';

export const response = (ctx: Context<QueryGetFileArgs>): UserFile | null => {
  const page: FilePage = ctx.prev.result;
  return toUserFiles(page)[0] ?? null;
};
