import type { Context } from '@aws-appsync/utils';
import type { SignedDownloads } from '../functions/signDownload/signDownload';
import type { UserFile } from '../schema/generated/types';
import { keptPage } from './shared/filePage';
import { toUserFile } from './shared/fileRow';

// findFile looks for the caller's file; signDownloads gives its URL when the client asks for it.
export { request } from './shared/passOn';

export const response = (ctx: Context): UserFile | null => {
  const row = keptPage(ctx).rows[0];
  const downloads: SignedDownloads['downloads'] = ctx.prev.result;
  return row ? toUserFile(row, downloads[0]?.downloadUrl) : null;
};
