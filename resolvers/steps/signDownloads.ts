import { runtime, type Context } from '@aws-appsync/utils';
import type { SignDownloadEvent, SignedDownloads } from '../../functions/signDownload/signDownload';
import { callFunction } from '../shared/callFunction';
import { downloadOf } from '../shared/download';
import { keptPage } from '../shared/filePage';
import { failOnSourceError } from '../shared/sourceError';

/** Asks for the URLs of a whole page in one call, when the client selects them. All rows of a page have one status. */
export const request = (ctx: Context) => {
  const isWanted = ctx.info.selectionSetList.some((path) => path === 'items/downloadUrl' || path === 'downloadUrl');
  if (!isWanted) runtime.earlyReturn([]);
  const { rows } = keptPage(ctx);
  if (rows[0]?.Status !== 'AVAILABLE') runtime.earlyReturn([]);
  const payload: SignDownloadEvent = { downloads: rows.map((row) => downloadOf(row, 'ATTACHMENT')) };
  return callFunction(ctx, payload);
};

/** The URLs in the order of the rows. */
export const response = (ctx: Context): SignedDownloads['downloads'] => {
  failOnSourceError(ctx);
  const { downloads }: SignedDownloads = ctx.result;
  return downloads;
};
