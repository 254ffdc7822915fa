import type { Context } from '@aws-appsync/utils';

/** Why one item of a transaction failed; its type is `None` for an item that would have passed. */
export interface CancellationReason<Row> {
  readonly type: string;
  /** The stored row that failed the item's condition. */
  readonly item?: Row | null;
}

/**
 * The reasons of a cancelled transaction, in the order of its items; empty when it was not cancelled.
 * https://docs.aws.amazon.com/appsync/latest/devguide/js-aws-appsync-resolver-reference-dynamodb-transact-write-items.html
 */
export const cancellationReasons = <Row>(ctx: Context): CancellationReason<Row>[] =>
  ctx.error?.type === 'DynamoDB:TransactionCanceledException' ? (ctx.result?.cancellationReasons ?? []) : [];

/** Whether another transaction was writing the same row: a retry of the request may succeed. */
export const isConflict = (ctx: Context): boolean =>
  ctx.error?.type === 'DynamoDB:TransactionConflictException' ||
  cancellationReasons(ctx).some(({ type }) => type === 'TransactionConflict');
