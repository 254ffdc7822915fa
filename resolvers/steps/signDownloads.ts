import { runtime, util, type Context } from '@aws-appsync/utils';
import type { SignDownloadEvent, SignedDownloads } from '../../functions/signDownload/signDownload';
import type { UserFile, UserFileConnection } from '../../schema/generated/types';
import { callFunction } from '../shared/callFunction';
import { downloadOf } from '../shared/download';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<unknown, Pick<Stash, 'page'>>;

/** Has the URLs of a whole page signed in one call, if the client selects them. All rows of a page have one status. */
export const request = (ctx: Ctx) => {
  const { selectionSetList, selectionSetGraphQL } = ctx.info;
  const isWanted = selectionSetList.some(mayBeUrl) || util.matches(aliasOfUrl, selectionSetGraphQL ?? '');
  if (!isWanted) runtime.earlyReturn([]);
  const { rows } = ctx.stash.page;
  if (rows[0]?.Status !== 'AVAILABLE') runtime.earlyReturn([]);
  const payload: SignDownloadEvent = { downloads: rows.map((row) => downloadOf(row, 'ATTACHMENT')) };
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

/** The URLs in the order of the rows. */
export const response = (ctx: Ctx): SignedDownloads['downloads'] => {
  failOnSourceError(ctx);
  const { downloads }: SignedDownloads = ctx.result;
  return downloads;
};
