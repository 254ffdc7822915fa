import type { Context } from '@aws-appsync/utils';

/** The request of a pipeline that needs nothing before its first step. */
export const request = (): object => ({});

/** The response of a pipeline that answers with what its last step gave. */
export const response = (ctx: Context): unknown => ctx.prev.result;
