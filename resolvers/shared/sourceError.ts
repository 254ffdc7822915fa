import { util, type Context } from '@aws-appsync/utils';

/** Hands on what a source answered in place of a result; does nothing when there is a result. */
export const failOnSourceError = (ctx: Context): void => {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
};
