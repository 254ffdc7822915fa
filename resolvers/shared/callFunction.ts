import type { Context } from '@aws-appsync/utils';

/** Calls a function and tells it for which request, so that the logs of both name the same id. */
export const callFunction = (ctx: Context, event: object) => {
  const apiRequestId = requestIdOf(ctx);
  return { operation: 'Invoke', payload: apiRequestId ? { ...event, apiRequestId } : event };
};

/** AppSync puts both headers in; the second is the trace's id. Neither is there in EvaluateCode. */
const requestIdOf = (ctx: Context): string | undefined =>
  ctx.request?.headers?.['x-amzn-requestid'] ?? ctx.request?.headers?.['x-amzn-trace-id'];
