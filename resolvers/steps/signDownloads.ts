import { runtime, type Context } from '@aws-appsync/utils';
import type { SignDownloadEvent, SignedDownloads } from '../../functions/signDownload/signDownload';
import { callFunction } from '../shared/callFunction';
import { downloadOf } from '../shared/download';
import type { FilePage } from '../shared/filePage';
import { failOnSourceError } from '../shared/sourceError';

/** Asks for the URLs of a whole page in one call, when the client selects them. All rows of a page have one status. */
export const request = (ctx: Context) => {
  const page: FilePage = ctx.prev.result;
  const isWanted = ctx.info.selectionSetList.some((path) => path === 'items/downloadUrl' || path === 'downloadUrl');
  if (!isWanted || page.rows[0]?.Status !== 'AVAILABLE') runtime.earlyReturn(page);
  ctx.stash['page'] = page;
  const payload: SignDownloadEvent = { downloads: page.rows.map((row) => downloadOf(row, 'ATTACHMENT')) };
  return callFunction(ctx, payload);
};

export const response = (ctx: Context): FilePage => {
  failOnSourceError(ctx);
  const page: FilePage = ctx.stash['page'];
  const { downloads }: SignedDownloads = ctx.result;
  return {
    rows: page.rows.map((row, index) => ({ ...row, DownloadUrl: downloads[index]?.downloadUrl ?? '' })),
    nextToken: page.nextToken,
  };
};
