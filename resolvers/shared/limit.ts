import type { Context } from '@aws-appsync/utils';

/** A number from the API's environment. */
export const limitOf = (ctx: Context, name: string): number => JSON.parse(ctx.env[name] ?? 'null');
