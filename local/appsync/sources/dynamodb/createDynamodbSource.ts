import { isJsonObject } from '../../json';
import type { DataSource, SourceOutcome } from '../source';
import { Refused, malformed } from './errors';
import { batchDeleteItem, batchGetItem, batchPutItem } from './operations/batch';
import { deleteItem } from './operations/deleteItem';
import { getItem } from './operations/getItem';
import { query, scan } from './operations/list';
import type { Operation } from './operations/operation';
import { putItem } from './operations/putItem';
import { transactGetItems, transactWriteItems } from './operations/transact';
import { updateItem } from './operations/updateItem';
import type { TableSource } from './openTable';
import { openTable } from './openTable';

const operations: ReadonlyMap<unknown, Operation> = new Map([
  ['GetItem', getItem],
  ['PutItem', putItem],
  ['UpdateItem', updateItem],
  ['DeleteItem', deleteItem],
  ['Query', query],
  ['Scan', scan],
  ['BatchGetItem', batchGetItem],
  ['BatchPutItem', batchPutItem],
  ['BatchDeleteItem', batchDeleteItem],
  ['TransactGetItems', transactGetItems],
  ['TransactWriteItems', transactWriteItems],
]);

/** A DynamoDB source: https://docs.aws.amazon.com/appsync/latest/devguide/js-resolver-reference-dynamodb.html */
export const createDynamodbSource = (source: TableSource): DataSource => {
  const access = openTable(source);
  const call = async (text: string): Promise<SourceOutcome> => {
    const request: unknown = JSON.parse(text);
    if (!isJsonObject(request)) throw malformed('The request must be an object.');
    const operation = operations.get(request.operation);
    if (request.operation === undefined) throw malformed("Value for field '$[operation]' not found.");
    if (!operation) throw malformed(`Unsupported operation '${String(request.operation)}' of a DynamoDB source.`);
    try {
      return { result: await operation(request, access) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { result: JSON.stringify(error.result), error: { message: error.message, type: error.type } };
    }
  };
  return { call };
};
