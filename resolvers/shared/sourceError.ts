import { util, type Context } from '@aws-appsync/utils';

/** Whether the write was refused because its condition did not hold. */
export const hasConditionFailed = (ctx: Context): boolean =>
  ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException';

/** Rethrows the data source's error, if there is one. */
export const failOnSourceError = (ctx: Context): void => {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
};
