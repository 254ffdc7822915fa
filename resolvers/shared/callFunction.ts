import type { Context } from '@aws-appsync/utils';
import { ownerOf } from './owner';

/**
 * Calls a function and tells it for whom, so that it works in a session of theirs, and for which request, so that the logs
 * of both name the same id.
 */
export const callFunction = (ctx: Context, event: object) => {
  const payload = { ...event, owner: ownerOf(ctx) };
  const apiRequestId = requestIdOf(ctx);
  return { operation: 'Invoke', payload: apiRequestId ? { ...payload, apiRequestId } : payload };
};

/** AppSync puts both headers in; the second is the trace's id. Neither is there in EvaluateCode. */
const requestIdOf = (ctx: Context): string | undefined =>
  ctx.request?.headers?.['x-amzn-requestid'] ?? ctx.request?.headers?.['x-amzn-trace-id'];
