import type { Context } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { QueryMyFilesArgs } from '../../schema/generated/types';
import { readFileFilter } from '../shared/fileFilter';
import type { FilePage } from '../shared/filePage';
import { planFileQuery } from '../shared/fileQuery';
import { ownerOf } from '../shared/owner';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';

type Ctx = Context<QueryMyFilesArgs>;

/** Reads one page of an index. The read is consistent: a file just saved is in it. */
export const request = (ctx: Ctx) => {
  const { limit, nextToken, sortBy, sortDirection } = ctx.args;
  const size = limit ?? 50;
  if (size < 1 || size > 100) refuse('INVALID_ARGUMENT', 'limit must be 1 to 100.');
  if (nextToken === '') refuse('INVALID_NEXT_TOKEN', 'The nextToken is not one that this list returned.');
  const plan = planFileQuery(sortBy ?? 'UPLOADED_AT', readFileFilter(ctx.args.filter ?? {}));
  return query({
    index: plan.index,
    query: { UserId: { eq: ownerOf(ctx) }, ...plan.key },
    ...(plan.filter ? { filter: plan.filter } : {}),
    consistentRead: true,
    scanIndexForward: sortDirection === 'ASC',
    limit: size,
    nextToken: nextToken ?? null,
  });
};

export const response = (ctx: Ctx): FilePage => {
  // AppSync itself refuses a forged token; DynamoDB refuses one of another user, index or key range.
  if (ctx.error && ctx.args.nextToken && isAboutToken(ctx.error.type, ctx.error.message)) {
    refuse('INVALID_NEXT_TOKEN', 'The nextToken is not one that this list returned.');
  }
  failOnSourceError(ctx);
  return ctx.result;
};

const isAboutToken = (type: string, message: string): boolean =>
  type === 'DynamoDB:UserIllegalArgumentException' ||
  message.indexOf('pagination token') >= 0 ||
  message.indexOf('starting key') >= 0 ||
  message.indexOf('Exclusive Start Key') >= 0;
