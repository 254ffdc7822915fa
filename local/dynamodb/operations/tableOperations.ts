import { randomUUID } from 'node:crypto';
import { account, storeOptions } from '../dynalite/createStore';
import { actions } from '../dynalite/engine';
import type { Store } from '../dynalite/store';
import { checkInput } from '../dynalite/checkInput';
import { inputs } from '../dynalite/inputs';
import type { JsonObject } from '../../json';
import type { GroupCommit } from '../storage/groupCommit';
import { entriesOf, startingWith, type Storage } from '../storage/storage';
import { indexPrefix, itemPrefix, tableKey, type Catalog } from '../tables/catalog';
import { recordPrefix } from '../streams/journal';
import { positionPrefix } from '../streams/positions';
import { trimmedKey } from '../streams/trim';
import { streamDescriptionOf } from '../streams/streamRecord';
import { isTable, type Table } from '../tables/table';
import { expiryPrefix } from '../timeToLive/expiryIndex';
import { settingKey, type TimeToLiveSettings } from '../timeToLive/settings';
import type { Operation } from './operation';
import { describedTable } from './rowOf';
import { runAtOnce } from './runAction';

interface Tools {
  readonly storage: Storage;
  readonly commit: GroupCommit;
  readonly catalog: Catalog;
  readonly settings: TimeToLiveSettings;
  readonly hasStream: (table: string) => boolean;
}

type TableOperationName = 'CreateTable' | 'DeleteTable' | 'DescribeTable' | 'ListTables';

/** The operations on whole tables. A table exists, or is gone, once the operation has answered. */
export const tableOperations = (tools: Tools): Record<TableOperationName, Operation> => {
  const inTurn = createTurns();
  return {
    CreateTable: inTurn((input) => createTable(tools, checkInput(input, inputs.CreateTable))),
    DeleteTable: inTurn((input) => deleteTable(tools, checkInput(input, inputs.DeleteTable))),
    DescribeTable: async (input) => ({
      Table: describe(describedTable(tools.catalog, checkInput(input, inputs.DescribeTable)), tools),
    }),
    ListTables: async (input) => listTables(tools.catalog, checkInput(input, inputs.ListTables)),
  };
};

/** Runs operations one at a time: a table must not be deleted with its namesake because it was created meanwhile. */
const createTurns = (): ((operation: Operation) => Operation) => {
  let last: Promise<unknown> = Promise.resolve();
  return (operation) => (input) => {
    const next = last.then(() => operation(input));
    last = next.catch(() => undefined);
    return next;
  };
};

const describe = (table: Table, { hasStream }: Tools): JsonObject => ({
  ...structuredClone(table),
  ...(hasStream(table.TableName) ? streamDescriptionOf(table) : {}),
});

const createTable = async ({ commit, catalog }: Tools, input: JsonObject): Promise<JsonObject> => {
  const described = { ...describeNewTable(catalog, input), TableId: randomUUID() }; // dynalite's is too short for one
  const table = { ...described, TableStatus: 'ACTIVE', ...activeIndexes(described) };
  catalog.set(table);
  await commit.stage(new Map([[tableKey(table.TableName), JSON.stringify(table)]]));
  return { TableDescription: described };
};

/** What dynalite would store for a new table, captured by a store that ignores dynalite's later updates. */
const describeNewTable = (catalog: Catalog, input: JsonObject): Table => {
  const caught: unknown[] = [];
  const unused = (): never => {
    throw new Error('CreateTable touches the table only');
  };
  const tableDb: Store['tableDb'] = {
    ...account,
    get: (name, done) => done(null, catalog.get(name)),
    put: (_name, value, done) => {
      caught.push(structuredClone(value));
      done(null);
    },
    del: unused,
    lock: (_key, section) => section((done) => done),
    openRows: unused,
  };
  const store = { options: storeOptions, tableDb, getTable: unused, getItemDb: unused, getIndexDb: unused };
  runAtOnce(actions.CreateTable, store, input);
  const [table] = caught;
  if (!isTable(table)) throw new Error('CreateTable described no table');
  return table;
};

const activeIndexes = (table: Table): JsonObject =>
  table.GlobalSecondaryIndexes === undefined
    ? {}
    : { GlobalSecondaryIndexes: table.GlobalSecondaryIndexes.map((index) => ({ ...index, IndexStatus: 'ACTIVE' })) };

/** Removes a table and all its rows atomically, so that no crash leaves half of it. */
const deleteTable = async ({ storage, commit, catalog, settings }: Tools, input: JsonObject): Promise<JsonObject> => {
  const table = describedTable(catalog, input);
  catalog.remove(table.TableName);
  settings.delete(table.TableName);
  await commit.settled();
  const gone = new Map<string, undefined>([
    [tableKey(table.TableName), undefined],
    [settingKey(table.TableName), undefined],
    [trimmedKey(table.TableName), undefined],
  ]);
  for (const prefix of prefixesOf(table)) {
    for await (const [key] of entriesOf(storage, startingWith(prefix))) gone.set(key, undefined);
  }
  await commit.stage(gone);
  return { TableDescription: { ...table, TableStatus: 'DELETING' } };
};

const prefixesOf = (table: Table): string[] => [
  itemPrefix(table.TableName),
  expiryPrefix(table.TableName),
  recordPrefix(table.TableName),
  positionPrefix(table.TableName),
  ...(table.LocalSecondaryIndexes ?? []).map(({ IndexName }) => indexPrefix('local', table.TableName, IndexName)),
  ...(table.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => indexPrefix('global', table.TableName, IndexName)),
];

const listTables = (catalog: Catalog, input: JsonObject): JsonObject => {
  const { ExclusiveStartTableName: after, Limit: limit } = input;
  const names = catalog.names().filter((name) => typeof after !== 'string' || name > after);
  const page = names.slice(0, typeof limit === 'number' ? limit : 100);
  return { TableNames: page, ...(page.length < names.length ? { LastEvaluatedTableName: page.at(-1) } : {}) };
};
