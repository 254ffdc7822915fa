import rules from 'dynalite/db/index.js';
import type { JsonObject } from '../../json';
import { consumedByPage } from './consumedByPage';
import { onceForEach } from './onceForEach';
import type { PageArguments, RowReader } from './store';
import { wholeRows } from './wholeRows';

/** Speeds up how dynalite reads a page: its streams and callbacks take longer than the rows themselves. */
export const quickenPages = (): void => {
  rules.queryTable = (...page) => {
    const [, , , , , , , done] = page;
    void readPage(page).then((output) => done(null, output), done);
  };
};

/** "A single Query operation can retrieve a maximum of 1 MB of data." */
const pageBytes = 1024 * 1024;
const maxAtOnce = 256;

const readPage = async (page: PageArguments): Promise<JsonObject> => {
  const [store, { KeySchema }, input, { limit: _limit, ...range }, isLocal, fetchesItems, keyNames] = page;
  const { TableName, IndexName, Limit, Select } = input;
  const rows = IndexName
    ? store.getIndexDb(isLocal ? 'local' : 'global', String(TableName), String(IndexName))
    : store.getItemDb(String(TableName));
  const most = typeof Limit === 'number' ? Limit : Number.POSITIVE_INFINITY;
  const reader = fetchesItems ? wholeRows(rows.openRows(range), page) : rows.openRows(range);
  const { scanned, isFull } = await scan(reader, most, KeySchema[1]?.AttributeName);
  const last = scanned.at(-1);
  const items = project(input, filter(input, scanned));
  return {
    ScannedCount: scanned.length,
    ...(isFull && last && { LastEvaluatedKey: Object.fromEntries(keyNames.map((name) => [name, last[name]])) }),
    Count: items.length,
    ...(Select !== 'COUNT' && { Items: items }),
    ...consumedByPage(page, scanned),
  };
};

/** Reads rows until there are `most`, or until they fill a page. */
const scan = async (reader: RowReader, most: number, sortKey: string | undefined) => {
  const scanned: JsonObject[] = [];
  let size = 0;
  const isFull = (): boolean => scanned.length >= most || size >= pageBytes;
  try {
    while (!isFull()) {
      const entries = await reader.next(Math.min(most - scanned.length, maxAtOnce));
      if (entries.length === 0) break;
      for (const entry of entries) {
        const row = isFull() ? undefined : reader.rowOf(entry);
        if (row === undefined) continue;
        scanned.push(row);
        size += sizeOf(row, sortKey);
      }
    }
  } finally {
    await reader.close();
  }
  return { scanned, isFull: isFull() };
};

const filter = ({ _filter, QueryFilter, ScanFilter, ConditionalOperator }: JsonObject, rows: readonly JsonObject[]) => {
  if (isExpression(_filter)) return rows.filter((row) => rules.matchesExprFilter(row, _filter.expression));
  const conditions = QueryFilter ?? ScanFilter;
  return conditions ? rows.filter((row) => rules.matchesFilter(row, conditions, ConditionalOperator)) : rows;
};

const project = ({ _projection, AttributesToGet }: JsonObject, rows: readonly JsonObject[]) => {
  const paths = isProjection(_projection) ? _projection.paths : AttributesToGet;
  return paths ? rows.map((row) => rules.mapPaths(paths, row)) : rows;
};

const isExpression = (value: unknown): value is { readonly expression: unknown } =>
  typeof value === 'object' && value !== null && 'expression' in value;

const isProjection = (value: unknown): value is { readonly paths: unknown } =>
  typeof value === 'object' && value !== null && 'paths' in value;

/** A row's size as it counts for a page. */
const sizeOf = onceForEach((row: JsonObject, sortKey: string | undefined) => rules.itemSize(row, true, true, sortKey));
