import { ConditionalCheckFailedException, TransactionConflictException } from '@aws-sdk/client-dynamodb';

/**
 * Whether a write was refused because its row has changed or is being changed: while a transaction is in progress,
 * DynamoDB also refuses single writes to its rows, and the SDK does not retry those.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling
 */
export const hasChanged = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException || error instanceof TransactionConflictException;
