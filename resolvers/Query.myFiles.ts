import type { Context } from '@aws-appsync/utils';
import type { SignedDownloads } from '../functions/signDownload/signDownload';
import type { QueryMyFilesArgs, UserFileConnection } from '../schema/generated/types';
import { toUserFile } from './shared/fileRow';
import type { Stash } from './shared/stash';

// listFiles reads a page; signDownloads signs its URLs in one call if the client selects them.
export { request } from './shared/passOn';

export const response = (ctx: Context<QueryMyFilesArgs, Pick<Stash, 'page'>>): UserFileConnection => {
  const { rows, nextToken } = ctx.stash.page;
  const downloads: SignedDownloads['downloads'] = ctx.prev.result;
  return { items: rows.map((row, index) => toUserFile(row, downloads[index]?.downloadUrl ?? null)), nextToken };
};
