import type { Context } from '@aws-appsync/utils';
import type { SignedDownloads } from '../functions/signDownload/signDownload';
import type { QueryGetFileArgs, UserFile } from '../schema/generated/types';
import { toUserFile } from './shared/fileRow';
import type { Stash } from './shared/stash';

// findFile looks up the caller's file; signDownloads signs its URL if the client selects it.
export { request } from './shared/passOn';

export const response = (ctx: Context<QueryGetFileArgs, Pick<Stash, 'page'>>): UserFile | null => {
  const row = ctx.stash.page.rows[0];
  const downloads: SignedDownloads['downloads'] = ctx.prev.result;
  return row ? toUserFile(row, downloads[0]?.downloadUrl ?? null) : null;
};
