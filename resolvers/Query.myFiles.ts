import type { Context } from '@aws-appsync/utils';
import type { UserFileConnection } from '../schema/generated/types';
import type { FilePage } from './shared/filePage';
import { toUserFile } from './shared/fileRow';

// listFiles reads a page; signDownloads adds the URLs when the client asks for them, all in one call.
export { request } from './shared/passOn';

export const response = (ctx: Context): UserFileConnection => {
  const page: FilePage = ctx.prev.result;
  return { items: page.rows.map(toUserFile), nextToken: page.nextToken };
};
