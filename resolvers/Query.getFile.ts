import type { Context } from '@aws-appsync/utils';
import type { UserFile } from '../schema/generated/types';
import type { FilePage } from './shared/filePage';
import { toUserFile } from './shared/fileRow';

// findFile looks for the caller's file; signDownloads adds its URL when the client asks for it.
export { request } from './shared/passOn';

export const response = (ctx: Context): UserFile | null => {
  const page: FilePage = ctx.prev.result;
  const row = page.rows[0];
  return row ? toUserFile(row) : null;
};
