import type { Context } from '@aws-appsync/utils';
import type { FileRow } from './fileRow';

/** Rows that were found, and what asks for the next of them. */
export interface FilePage {
  readonly rows: FileRow[];
  readonly nextToken: string | null;
}

/** Leaves a page in the stash: the handlers after it take it from there, and those that do not look at it carry nothing. */
export const keepPage = (ctx: Context, page: FilePage): void => {
  ctx.stash['page'] = page;
};

/** The page that an earlier step found. */
export const keptPage = (ctx: Context): FilePage => ctx.stash['page'];
