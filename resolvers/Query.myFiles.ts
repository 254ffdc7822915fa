import type { Context } from '@aws-appsync/utils';
import type { SignedDownloads } from '../functions/signDownload/signDownload';
import type { UserFileConnection } from '../schema/generated/types';
import { keptPage } from './shared/filePage';
import { toUserFile } from './shared/fileRow';

// listFiles reads a page; signDownloads signs its URLs in one call if the client selects them.
export { request } from './shared/passOn';

export const response = (ctx: Context): UserFileConnection => {
  const { rows, nextToken } = keptPage(ctx);
  const downloads: SignedDownloads['downloads'] = ctx.prev.result;
  return { items: rows.map((row, index) => toUserFile(row, downloads[index]?.downloadUrl)), nextToken };
};
