import type { Want } from '../../signatures/principal';
import { account } from '../dynalite/createStore';
import { isJsonObject, type JsonObject } from '../../json';

/**
 * The IAM actions that a request needs: usually the operation itself on the table or index it names; for a batch, the
 * operation on each of its tables; for a transaction, what each of its actions would need alone.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
 */
export const wantsOf = (operation: string, input: unknown): readonly Want[] => {
  const request = isJsonObject(input) ? input : {};
  if (operation.startsWith('DynamoDBStreams.')) return [streamWant(operation.split('.')[1] ?? '', request)];
  if (operation.startsWith('Transact')) return transactionWants(request);
  if (operation.startsWith('Batch') && isJsonObject(request['RequestItems'])) {
    return Object.keys(request['RequestItems']).map((table) => want(operation, arnOf(table)));
  }
  return [want(operation, arnOf(request['TableName']) + indexOf(operation, request))];
};

/** The end of an index's ARN; empty for the table itself. Only Query and Scan read an IndexName. */
const indexOf = (operation: string, { IndexName: index }: JsonObject): string =>
  (operation === 'Query' || operation === 'Scan') && typeof index === 'string' ? `/index/${index}` : '';

/** The IAM action for each member of a TransactItems item. */
const innerActions: Readonly<Record<string, string>> = {
  ConditionCheck: 'ConditionCheckItem',
  Delete: 'DeleteItem',
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
};

const transactionWants = ({ TransactItems: items }: JsonObject): Want[] =>
  (Array.isArray(items) ? items : []).filter(isJsonObject).flatMap((item) =>
    Object.entries(item).flatMap(([member, inner]) => {
      const action = Object.hasOwn(innerActions, member) ? innerActions[member] : undefined;
      return action === undefined || !isJsonObject(inner) ? [] : [want(action, arnOf(inner['TableName']))];
    }),
  );

/** ListStreams needs `*`; GetRecords reads a shard iterator alone, which begins with its stream's ARN. */
const streamWant = (operation: string, { StreamArn, ShardIterator }: JsonObject): Want => {
  if (operation === 'ListStreams') return want(operation, '*');
  const [streamArn = ''] = String(operation === 'GetRecords' ? ShardIterator : StreamArn).split('|');
  return want(operation, streamArn);
};

const want = (operation: string, resource: string): Want => ({ action: `dynamodb:${operation}`, resource });

/** A table's ARN; `*` for a request without a table, such as ListTables. */
const arnOf = (table: unknown): string => {
  if (typeof table !== 'string') return '*';
  return table.startsWith('arn:')
    ? table
    : `arn:aws:dynamodb:${account.awsRegion}:${account.awsAccountId}:table/${table}`;
};
