import type { Context } from '@aws-appsync/utils';
import type { FileRow } from './fileRow';

/** The rows found, and the token for the next page. */
export interface FilePage {
  readonly rows: FileRow[];
  readonly nextToken: string | null;
}

/** Keeps a page in the stash for later handlers, so that the steps in between need not pass it on. */
export const keepPage = (ctx: Context, page: FilePage): void => {
  ctx.stash['page'] = page;
};

/** The page that an earlier step kept. */
export const keptPage = (ctx: Context): FilePage => ctx.stash['page'];
