import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject } from '../../../../json';
import { toAttributes, toPlainItem } from '../attributeValue';
import { malformed } from '../errors';
import { type Expression, expressionOf, listOf, objectOf, placeholders } from '../expressions';
import type { Operation } from './operation';

/** The items of many keys, in the order of the keys: `{data: {table: [item | null]}, unprocessedKeys}`. */
export const batchGetItem: Operation = async (request, { call }) => {
  const wanted = Object.entries(objectOf(request, 'tables')).map(([table, given]) => readKeys(table, given));
  const RequestItems = Object.fromEntries(wanted.map(({ table, input }) => [table, input]));
  const needs = wanted.map(({ table }) => ({ action: 'BatchGetItem', table }));
  const answer = await call('BatchGetItem', { RequestItems }, needs);
  const found = isJsonObject(answer.Responses) ? answer.Responses : {};
  return JSON.stringify({
    data: Object.fromEntries(
      wanted.map(({ table, keys, unasked }) => [
        table,
        inOrder(keys, plainItems(found[table])).map((item) => item && without(item, unasked)),
      ]),
    ),
    unprocessedKeys: unprocessed(answer.UnprocessedKeys, wanted, (entry) =>
      isJsonObject(entry) ? plainItems(entry.Keys) : [],
    ),
  });
};

/** Puts many items: `{data: {table: [item]}, unprocessedItems}`. */
export const batchPutItem: Operation = async (request, { call }) => {
  const { written, answer } = await batchWrite(request, call, (Item) => ({ PutRequest: { Item } }));
  const unprocessedItems = unprocessed(answer.UnprocessedItems, written, (entry) =>
    rowsOf(entry, 'PutRequest', 'Item'),
  );
  return JSON.stringify({ data: dataOf(written), unprocessedItems });
};

/** Removes the items of many keys: `{data: {table: [key]}, unprocessedKeys}`. */
export const batchDeleteItem: Operation = async (request, { call }) => {
  const { written, answer } = await batchWrite(request, call, (Key) => ({ DeleteRequest: { Key } }));
  const unprocessedKeys = unprocessed(answer.UnprocessedItems, written, (entry) =>
    rowsOf(entry, 'DeleteRequest', 'Key'),
  );
  return JSON.stringify({ data: dataOf(written), unprocessedKeys });
};

const readKeys = (table: string, given: unknown) => {
  if (!isJsonObject(given)) throw malformed(`Expected JSON object for '$[tables][${table}]'.`);
  const Keys = listOf(given, 'keys').map((key) => toAttributes(key, `[tables][${table}][keys]`));
  const asked = expressionOf(given, 'projection');
  const { projection, unasked } = withKeys(asked, Object.keys(Keys[0] ?? {}));
  return {
    table,
    keys: Keys.map(toPlainItem),
    unasked,
    input: {
      Keys,
      ...(given.consistentRead === true && { ConsistentRead: true }),
      ...(projection && { ProjectionExpression: projection.text }),
      ...placeholders(projection),
    },
  };
};

/** Adds the key's attributes, by which items are put in order, to a projection; `unasked` are those to remove again. */
const withKeys = (projection: Expression | undefined, keyNames: readonly string[]) => {
  if (!projection) return { projection, unasked: [] };
  const paths = projection.text.split(',').map((path) => path.trim());
  const asked = paths.map((path) => projection.names[path] ?? path);
  const unasked = keyNames.filter((name) => !asked.includes(name));
  const names = Object.fromEntries(unasked.map((name, at) => [`#keyOfItem${at}`, name]));
  const text = [...paths, ...Object.keys(names)].join(', ');
  return { projection: { ...projection, text, names: { ...projection.names, ...names } }, unasked };
};

const without = (item: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));

type Call = Parameters<Operation>[1]['call'];

const batchWrite = async (request: JsonObject, call: Call, write: (row: JsonObject) => JsonObject) => {
  const given = objectOf(request, 'tables');
  const written = Object.keys(given).map((table) => ({
    table,
    rows: listOf(given, table).map((row) => toAttributes(row, `[tables][${table}]`)),
  }));
  const RequestItems = Object.fromEntries(written.map(({ table, rows }) => [table, rows.map(write)]));
  const needs = written.map(({ table }) => ({ action: 'BatchWriteItem', table }));
  return { written, answer: await call('BatchWriteItem', { RequestItems }, needs) };
};

const dataOf = (written: readonly { readonly table: string; readonly rows: readonly JsonObject[] }[]) =>
  Object.fromEntries(written.map(({ table, rows }) => [table, rows.map(toPlainItem)]));

const unprocessed = (
  left: unknown,
  tables: readonly { readonly table: string }[],
  read: (entry: unknown) => readonly unknown[],
) => Object.fromEntries(tables.map(({ table }) => [table, isJsonObject(left) && left[table] ? read(left[table]) : []]));

const rowsOf = (entry: unknown, request: string, member: string): readonly unknown[] =>
  Array.isArray(entry)
    ? entry.map((item: unknown) =>
        isJsonObject(item) && isJsonObject(item[request]) ? toPlainItem(item[request][member]) : null,
      )
    : [];

const plainItems = (items: unknown) => (Array.isArray(items) ? items.map(toPlainItem) : []);

const inOrder = (keys: readonly (JsonObject | null)[], items: readonly (JsonObject | null)[]) =>
  keys.map((key) => items.find((item) => item !== null && hasKey(item, key ?? {})) ?? null);

const hasKey = (item: JsonObject, key: JsonObject): boolean =>
  Object.entries(key).every(([name, value]) => isDeepStrictEqual(item[name], value));
