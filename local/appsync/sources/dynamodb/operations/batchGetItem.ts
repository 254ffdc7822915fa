import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject } from '../../../../json';
import { toAttributes, toPlainItem } from '../attributeValue';
import { malformed } from '../errors';
import { type Expression, expressionOf, listOf, objectOf, placeholders } from '../expressions';
import type { Operation } from './operation';
import { unprocessed } from './unprocessed';

type Item = JsonObject | null;

/** The items of many keys, in the order of the keys: `{data: {table: [item | null]}, unprocessedKeys}`. */
export const batchGetItem: Operation = async (request, { call }) => {
  const wanted = Object.entries(objectOf(request, 'tables')).map(([table, given]) => readKeys(table, given));
  const RequestItems = Object.fromEntries(wanted.map(({ table, input }) => [table, input]));
  const needs = wanted.map(({ table }) => ({ action: 'BatchGetItem', table }));
  const { Responses, UnprocessedKeys } = await call('BatchGetItem', { RequestItems }, needs);
  const found = isJsonObject(Responses) ? Responses : {};
  const data = wanted.map(({ table, keys, unasked }) => {
    const items = inOrder(keys, plainItems(found[table]));
    return [table, items.map((item) => item && without(item, unasked))] as const;
  });
  const tables = wanted.map(({ table }) => table);
  const keysLeft = (entry: unknown) => (isJsonObject(entry) ? plainItems(entry.Keys) : []);
  return JSON.stringify({
    data: Object.fromEntries(data),
    unprocessedKeys: unprocessed(UnprocessedKeys, tables, keysLeft),
  });
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

const plainItems = (items: unknown): readonly Item[] => (Array.isArray(items) ? items.map(toPlainItem) : []);

const inOrder = (keys: readonly Item[], items: readonly Item[]): readonly Item[] =>
  keys.map((key) => items.find((item) => item !== null && hasKey(item, key ?? {})) ?? null);

const hasKey = (item: JsonObject, key: JsonObject): boolean =>
  Object.entries(key).every(([name, value]) => isDeepStrictEqual(item[name], value));

const without = (item: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
