import { TableNotFound } from '../errors';
import { parseObject } from '../json';
import type { Range } from '../storage/storage';
import { indexPrefix, itemPrefix, type Catalog } from '../tables/catalog';
import type { Done, Store, SubStore } from './store';
import { valueStream, type OpenReader } from './valueStream';

/** What a store reads and writes through. Each answers at once, so that an action runs in one go. */
export interface View {
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, text: string | undefined) => void;
  readonly read: OpenReader;
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
export const storeOptions = { maxItemSize: 400 * 1024, createTableMs: 0 };
export const account = { awsAccountId: '000000000000', awsRegion: 'us-east-1' };

/** The database that dynalite's actions run on: theirs in shape, the twin's in storage. */
export const createStore = (view: View, catalog: Catalog): Store => ({
  options: storeOptions,
  tableDb: { ...createSubStore(view, 'table~'), ...account },
  getTable: (name, checkStatus, done) => {
    const answer = done ?? (typeof checkStatus === 'function' ? checkStatus : undefined);
    const table = catalog.get(name);
    if (table === undefined) answer?.(new TableNotFound(name));
    else answer?.(null, table);
  },
  getItemDb: (table) => createSubStore(view, itemPrefix(table)),
  getIndexDb: (type, table, index) => createSubStore(view, indexPrefix(type, table, index)),
});

const createSubStore = (view: View, prefix: string): SubStore => ({
  get: (key, done) => {
    const text = view.get(prefix + key);
    done(null, text === undefined ? undefined : parseObject(text));
  },
  put: (key, value, done) => {
    view.set(prefix + key, JSON.stringify(value));
    done(null);
  },
  del: (key, done) => {
    view.set(prefix + key, undefined);
    done(null);
  },
  lock: (_key, section) => section((done: Done) => done), // an action runs in one go: nothing can come between
  createValueStream: ({ limit, ...range }) => valueStream(() => view.read(within(prefix, range)), limit ?? -1),
});

const within = (prefix: string, { gt, gte, lt, lte, reverse }: Range): Range => ({
  ...(gt !== undefined ? { gt: prefix + gt } : { gte: prefix + (gte ?? '') }),
  ...(lte !== undefined ? { lte: prefix + lte } : { lt: lt === undefined ? `${prefix}\u{10ffff}` : prefix + lt }),
  ...(reverse === true ? { reverse } : {}),
});
