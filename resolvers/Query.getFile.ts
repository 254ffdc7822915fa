import type { Context } from '@aws-appsync/utils';
import type { SignedDownloads } from '../functions/signDownload/signDownload';
import type { UserFile } from '../schema/generated/types';
import { keptPage } from './shared/filePage';
import { toUserFile } from './shared/fileRow';

// findFile looks up the caller's file; signDownloads signs its URL if the client selects it.
export { request } from './shared/passOn';

export const response = (ctx: Context): UserFile | null => {
  const row = keptPage(ctx).rows[0];
  const downloads: SignedDownloads['downloads'] = ctx.prev.result;
  return row ? toUserFile(row, downloads[0]?.downloadUrl) : null;
};
