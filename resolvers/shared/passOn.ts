import type { Context } from '@aws-appsync/utils';

/** The request handler of a pipeline that prepares nothing for its first step. */
export const request = (): object => ({});

/** The response handler of a pipeline that returns the result of its last step. */
export const response = (ctx: Context): unknown => ctx.prev.result;
