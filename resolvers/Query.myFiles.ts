import type { Context } from '@aws-appsync/utils';
import type { QueryMyFilesArgs, UserFileConnection } from '../schema/generated/types';
import { toUserFiles, type FilePage } from './shared/filePage';

// listFiles reads a page; signDownloads signs its URLs in one call if the client selects them.
export { request } from './shared/passOn';

export const response = (ctx: Context<QueryMyFilesArgs>): UserFileConnection => {
  const page: FilePage = ctx.prev.result;
  return { items: toUserFiles(page), nextToken: page.nextToken ?? null };
};
