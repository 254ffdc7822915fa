import rules from 'dynalite/db/index.js';
import type { JsonObject } from '../../json';
import type { PageArguments, RowReader } from './store';

/**
 * Speeds up how dynalite reads a page: its streams and callbacks take longer than the rows themselves. Pages that fetch
 * attributes that an index does not project are left to dynalite.
 */
export const quickenPages = (): void => {
  const readAsBefore = rules.queryTable;
  rules.queryTable = (...page) => {
    const [, , , , , fetchesItems, , done] = page;
    if (fetchesItems) return readAsBefore(...page);
    void readPage(page).then((output) => done(null, output), done);
  };
};

/** "A single Query operation can retrieve a maximum of 1 MB of data." */
const pageBytes = 1024 * 1024;
const maxAtOnce = 256;

const readPage = async (page: PageArguments): Promise<JsonObject> => {
  const [store, { KeySchema }, input, { limit: _limit, ...range }, isLocal, , keyNames] = page;
  const { TableName, IndexName, Limit, Select } = input;
  const rows = IndexName
    ? store.getIndexDb(isLocal ? 'local' : 'global', String(TableName), String(IndexName))
    : store.getItemDb(String(TableName));
  const most = typeof Limit === 'number' ? Limit : Number.POSITIVE_INFINITY;
  const { scanned, isFull } = await scan(rows.openRows(range), most, KeySchema[1]?.AttributeName);
  const last = scanned.at(-1);
  const items = project(input, filter(input, scanned));
  return {
    ScannedCount: scanned.length,
    ...(isFull && last && { LastEvaluatedKey: Object.fromEntries(keyNames.map((name) => [name, last[name]])) }),
    Count: items.length,
    ...(Select !== 'COUNT' && { Items: items }),
    ...consumed(input, scanned, isLocal === true ? 'LocalSecondaryIndexes' : 'GlobalSecondaryIndexes'),
  };
};

/** What a page consumed, if the input asks for it: half a unit for each 4 KB, or one if it is read consistently. */
const consumed = (input: JsonObject, rows: readonly JsonObject[], kind: string): JsonObject => {
  const { ReturnConsumedCapacity: asked, TableName, IndexName: index, ConsistentRead } = input;
  if (asked !== 'TOTAL' && asked !== 'INDEXES') return {};
  const bytes = rows.reduce((sum, row) => sum + bytesOf(row), 0);
  const CapacityUnits = Math.ceil(bytes / 4096) * (ConsistentRead === true ? 1 : 0.5);
  const perIndex = {
    Table: { CapacityUnits: typeof index === 'string' ? 0 : CapacityUnits },
    ...(typeof index === 'string' && { [kind]: { [index]: { CapacityUnits } } }),
  };
  return { ConsumedCapacity: { CapacityUnits, TableName, ...(asked === 'INDEXES' && perIndex) } };
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

/** Measures each row once, since rows are shared. */
const onceForEach = <Args extends readonly unknown[]>(measure: (row: JsonObject, ...args: Args) => number) => {
  const known = new WeakMap<JsonObject, number>();
  return (row: JsonObject, ...args: Args): number => {
    const found = known.get(row);
    if (found !== undefined) return found;
    const size = measure(row, ...args);
    known.set(row, size);
    return size;
  };
};

/** A row's size as it counts for a page. */
const sizeOf = onceForEach((row, sortKey: string | undefined) => rules.itemSize(row, true, true, sortKey));

/** A row's size as it counts for what is consumed. */
const bytesOf = onceForEach((row) => rules.itemSize(row));
