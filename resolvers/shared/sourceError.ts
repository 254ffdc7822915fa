import { util, type Context } from '@aws-appsync/utils';

/** Rethrows the data source's error, if there is one. */
export const failOnSourceError = (ctx: Context): void => {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
};
