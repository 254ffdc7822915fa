import { runtime, util, type Context } from '@aws-appsync/utils';
import type { SignDownloadEvent, SignedDownloads } from '../../functions/signDownload/signDownload';
import type { UserFile, UserFileConnection } from '../../schema/generated/types';
import { callFunction } from '../shared/callFunction';
import { downloadOf } from '../shared/download';
import type { FilePage } from '../shared/filePage';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<unknown, Pick<Stash, 'page'>>;

/** Adds the URLs of a whole page, signed in one call, if the client selects them. All rows of a page have one status. */
export const request = (ctx: Ctx) => {
  const { selectionSetList, selectionSetGraphQL } = ctx.info;
  const isWanted = selectionSetList.some(mayBeUrl) || util.matches(aliasOfUrl, selectionSetGraphQL ?? '');
  if (!isWanted) runtime.earlyReturn(ctx.prev.result);
  const page: FilePage = ctx.prev.result;
  if (page.items[0]?.Status !== 'AVAILABLE') runtime.earlyReturn(page);
  ctx.stash.page = page;
  const payload: SignDownloadEvent = { downloads: page.items.map((row) => downloadOf(row, 'ATTACHMENT')) };
  return callFunction(ctx, payload);
};

// `downloadUrl` under an alias that is the name of another field: `key: downloadUrl`.
const aliasOfUrl = '[\\s\\S]*:\\s*downloadUrl\\b[\\s\\S]*';

/** Whether a selected field is `downloadUrl` or an alias: `selectionSetList` does not say of which field. */
const mayBeUrl = (path: string): boolean => !Object.hasOwn(otherFields, path.slice(path.lastIndexOf('/') + 1));

const otherFields: Record<Exclude<keyof UserFile | keyof UserFileConnection, 'downloadUrl'> | '__typename', true> = {
  __typename: true,
  checksumCrc64Nvme: true,
  checksumSha256: true,
  contentType: true,
  createdAt: true,
  expiresAt: true,
  extra: true,
  fileId: true,
  fileName: true,
  items: true,
  key: true,
  nextToken: true,
  size: true,
  status: true,
  trashedAt: true,
  updatedAt: true,
  uploadedAt: true,
  version: true,
};

export const response = (ctx: Ctx): FilePage => {
  failOnSourceError(ctx);
  const { downloads }: SignedDownloads = ctx.result;
  return { ...ctx.stash.page, downloads };
};
