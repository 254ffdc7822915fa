import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb';

/**
 * Whether a write was refused because its row has changed, or is being changed: a transaction that is under way refuses
 * single writes of its rows as well, and the SDK does not send them again.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling
 */
export const hasChanged = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException;
