import type { Context } from '@aws-appsync/utils';

/** Why one item of a transaction did not pass; `None` for one that would have. */
export interface CancellationReason<Row> {
  readonly type: string;
  /** The row that stood against the item's condition. */
  readonly item?: Row | null;
}

/**
 * The reasons of a cancelled transaction in the order of its items; empty when it was not cancelled.
 * https://docs.aws.amazon.com/appsync/latest/devguide/js-aws-appsync-resolver-reference-dynamodb-transact-write-items.html
 */
export const cancellationReasons = <Row>(ctx: Context): CancellationReason<Row>[] =>
  ctx.error?.type === 'DynamoDB:TransactionCanceledException' ? (ctx.result?.cancellationReasons ?? []) : [];

/** Whether a transaction was at work on a row that was to be written: the same request again may pass. */
export const isConflict = (ctx: Context): boolean =>
  ctx.error?.type === 'DynamoDB:TransactionConflictException' ||
  cancellationReasons(ctx).some(({ type }) => type === 'TransactionConflict');
