import type { Context } from '@aws-appsync/utils';
import { ownerOf } from './owner';

/**
 * Invokes a function with the owner, in whose session it works, and the id of the API request, so that the logs of
 * both name the same id.
 */
export const callFunction = (ctx: Context, event: object) => {
  const payload = { ...event, owner: ownerOf(ctx) };
  const apiRequestId = requestIdOf(ctx);
  return { operation: 'Invoke', payload: apiRequestId ? { ...payload, apiRequestId } : payload };
};

/** AppSync sets both headers; the second holds the trace id. EvaluateCode sets neither. */
const requestIdOf = (ctx: Context): string | undefined =>
  ctx.request?.headers?.['x-amzn-requestid'] ?? ctx.request?.headers?.['x-amzn-trace-id'];
