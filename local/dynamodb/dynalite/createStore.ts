import { TableNotFound } from '../errors';
import { isJsonObject } from '../../json';
import { parseObject } from '../json';
import { freeze } from '../storage/freeze';
import type { Entry, Range } from '../storage/storage';
import { indexPrefix, itemPrefix, type Catalog } from '../tables/catalog';
import type { Table } from '../tables/table';
import { createIndexEntries } from './indexEntries';
import { onceForEach } from './onceForEach';
import type { Done, RowReader, Store, SubStore } from './store';
import type { View } from './view';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
export const storeOptions = { maxItemSize: 400 * 1024, createTableMs: 0 };
export const account = { awsAccountId: '000000000000', awsRegion: 'us-east-1' };

/** The database that dynalite's actions run on: dynalite's interface over the twin's storage. */
export const createStore = (view: View, catalog: Catalog): Store => {
  const indexEntries = createIndexEntries(view, catalog);

  const reading = (prefix: string, rowOf: RowReader['rowOf']): Pick<SubStore, 'openRows'> => ({
    openRows: (range) => ({ ...view.read(within(prefix, range)), rowOf }),
  });

  const itemDb = (table: string): SubStore => {
    const prefix = itemPrefix(table);
    return {
      ...subStore,
      ...reading(prefix, parsedRow),
      get: (key, done) => done(null, view.row(prefix + key)),
      put: (key, row, done) => {
        view.setRow(prefix + key, isJsonObject(row) ? row : {});
        done(null);
      },
      del: (key, done) => {
        view.setRow(prefix + key, undefined);
        done(null);
      },
    };
  };

  const indexDb = (type: string, table: string, index: string): SubStore => {
    const prefix = indexPrefix(type, table, index);
    const entries = indexEntries({ table, index });
    return {
      ...subStore,
      ...reading(prefix, ([key, text]) => entries.rowOf(key.slice(prefix.length), text)),
      put: (key, row, done) => {
        entries.put(prefix + key, isJsonObject(row) ? row : {});
        done(null);
      },
      del: (key, done) => {
        view.setEntry(prefix + key, undefined);
        done(null);
      },
    };
  };

  const subStores = new WeakMap<Table, Map<string, SubStore>>();

  /** Caches a table's sub-stores; a table that was deleted and created again gets new ones. */
  const kept = (name: string, prefix: string, make: () => SubStore): SubStore => {
    const table = catalog.get(name);
    if (table === undefined) return make();
    const ofTable = subStores.get(table) ?? new Map<string, SubStore>();
    const known = ofTable.get(prefix) ?? make();
    subStores.set(table, ofTable.set(prefix, known));
    return known;
  };

  return {
    options: storeOptions,
    tableDb: { ...subStore, ...account },
    getTable: (name, checkStatus, done) => {
      const answer = done ?? (typeof checkStatus === 'function' ? checkStatus : undefined);
      const table = catalog.get(name);
      if (table === undefined) answer?.(new TableNotFound());
      else answer?.(null, table);
    },
    getItemDb: (table) => kept(table, itemPrefix(table), () => itemDb(table)),
    getIndexDb: (type, table, index) => kept(table, indexPrefix(type, table, index), () => indexDb(type, table, index)),
  };
};

/** The row that an entry holds, shared by all readers: entries that `RecentRanges` keeps are parsed once. */
const parsedRow = onceForEach(([, text]: Entry) => freeze(parseObject(text)));

const unused = (): never => {
  throw new Error('no action over rows comes here');
};

const subStore: SubStore = {
  get: unused,
  put: unused,
  del: unused,
  openRows: unused,
  lock: (_key, section) => section((done: Done) => done), // nothing to lock: an action runs without interruption
};

const within = (prefix: string, { gt, gte, lt, lte, reverse }: Range): Range => ({
  ...(gt !== undefined ? { gt: prefix + gt } : { gte: prefix + (gte ?? '') }),
  ...(lte !== undefined ? { lte: prefix + lte } : { lt: lt === undefined ? `${prefix}\u{10ffff}` : prefix + lt }),
  ...(reverse === true ? { reverse } : {}),
});
