import { isJsonObject, type JsonObject } from '../../../../json';
import { toAttributes, toPlainItem } from '../attributeValue';
import { listOf, objectOf } from '../expressions';
import type { TableAccess } from '../openTable';
import type { Operation } from './operation';
import { unprocessed } from './unprocessed';

/** Puts many items: `{data: {table: [item]}, unprocessedItems}`. */
export const batchPutItem: Operation = async (request, access) => {
  const { data, left } = await batchWrite(request, access, { request: 'PutRequest', member: 'Item' });
  return JSON.stringify({ data, unprocessedItems: left });
};

/** Removes the items of many keys: `{data: {table: [key]}, unprocessedKeys}`. */
export const batchDeleteItem: Operation = async (request, access) => {
  const { data, left } = await batchWrite(request, access, { request: 'DeleteRequest', member: 'Key' });
  return JSON.stringify({ data, unprocessedKeys: left });
};

/** DynamoDB's form of one write: `{PutRequest: {Item}}` or `{DeleteRequest: {Key}}`. */
interface Write {
  readonly request: 'PutRequest' | 'DeleteRequest';
  readonly member: 'Item' | 'Key';
}

/** Writes the rows of each table; `left` are those that DynamoDB did not get to. */
const batchWrite = async (given: JsonObject, { call }: TableAccess, { request, member }: Write) => {
  const tables = objectOf(given, 'tables');
  const names = Object.keys(tables);
  const written = names.map((table) => {
    return [table, listOf(tables, table).map((row) => toAttributes(row, `[tables][${table}]`))] as const;
  });
  const eachRow = (make: (row: JsonObject) => JsonObject | null) =>
    Object.fromEntries(written.map(([table, rows]) => [table, rows.map(make)]));

  const RequestItems = eachRow((row) => ({ [request]: { [member]: row } }));
  const needs = names.map((table) => ({ action: 'BatchWriteItem', table }));
  const { UnprocessedItems } = await call('BatchWriteItem', { RequestItems }, needs);

  const rowOf = (write: unknown) =>
    isJsonObject(write) && isJsonObject(write[request]) ? toPlainItem(write[request][member]) : null;
  return {
    data: eachRow(toPlainItem),
    left: unprocessed(UnprocessedItems, names, (entry) => (Array.isArray(entry) ? entry.map(rowOf) : [])),
  };
};
