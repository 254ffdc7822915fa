import { isJsonObject, type JsonObject } from '../../../json';
import type { DataSource, SourceOutcome } from '../source';
import { demandKnown } from './demandKnown';
import { Refused, malformed } from './errors';
import { batchGetItem } from './operations/batchGetItem';
import { batchDeleteItem, batchPutItem } from './operations/batchWriteItem';
import { deleteItem } from './operations/deleteItem';
import { getItem } from './operations/getItem';
import { query, scan } from './operations/list';
import type { Operation } from './operations/operation';
import { putItem } from './operations/putItem';
import { transactGetItems, transactWriteItems } from './operations/transact';
import { updateItem } from './operations/updateItem';
import { openTable, type TableSource } from './openTable';

/** What a request of each operation may have beside `operation` and `version`; some of it is of versioned sources only. */
const operations: ReadonlyMap<unknown, readonly [run: Operation, elements: string]> = new Map([
  ['GetItem', [getItem, 'key consistentRead projection']],
  ['PutItem', [putItem, 'key attributeValues condition customPartitionKey populateIndexFields _version']],
  ['UpdateItem', [updateItem, 'key update condition customPartitionKey populateIndexFields _version']],
  ['DeleteItem', [deleteItem, 'key condition customPartitionKey populateIndexFields _version']],
  ['Query', [query, 'query index nextToken limit scanIndexForward consistentRead select filter projection']],
  ['Scan', [scan, 'index limit consistentRead nextToken totalSegments segment filter select projection']],
  ['BatchGetItem', [batchGetItem, 'tables']],
  ['BatchPutItem', [batchPutItem, 'tables']],
  ['BatchDeleteItem', [batchDeleteItem, 'tables']],
  ['TransactGetItems', [transactGetItems, 'transactItems']],
  ['TransactWriteItems', [transactWriteItems, 'transactItems']],
]);

/** A DynamoDB source: https://docs.aws.amazon.com/appsync/latest/devguide/js-resolver-reference-dynamodb.html */
export const createDynamodbSource = (source: TableSource): DataSource => {
  const access = openTable(source);
  const call = async (text: string): Promise<SourceOutcome> => {
    const request: unknown = JSON.parse(text);
    if (!isJsonObject(request)) throw malformed('The request must be an object.');
    const run = operationOf(request);
    try {
      return { result: await run(request, access) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { result: JSON.stringify(error.result), error: { message: error.message, type: error.type } };
    }
  };
  return { call };
};

/** In the words that users report: https://github.com/aws/aws-appsync-community/issues/93 */
const operationOf = (request: JsonObject): Operation => {
  if (request.operation === undefined) throw malformed("Value for field '$[operation]' not found.");
  const [run, elements] = operations.get(request.operation) ?? [];
  if (!run) throw malformed(`Unsupported operation '${String(request.operation)}'.`);
  demandKnown(request, ['operation', 'version', ...(elements ?? '').split(' ')]);
  return run;
};
