import { DirectoryDamaged } from '../errors';
import { parseObject } from '../json';
import { entriesOf, startingWith, type Storage } from '../storage/storage';
import { isTable, type Table } from './table';

/** The existing tables, kept in memory because every operation looks up its table. */
export interface Catalog {
  readonly get: (name: string) => Table | undefined;
  readonly names: () => string[];
  readonly set: (table: Table) => void;
  readonly remove: (name: string) => void;
}

/** The storage keys and prefixes of a table's description, rows and index entries. */
export const tableKey = (name: string): string => `table~${name}`;
export const itemPrefix = (table: string): string => `item-${table}~`;
export const indexPrefix = (type: string, table: string, index: string): string =>
  `index-${type.toLowerCase()}~${table}~${index}~`;

/** Reads the descriptions of all stored tables. */
export const loadCatalog = async (storage: Storage, directory: string): Promise<Catalog> => {
  const tables = new Map<string, Table>();
  for await (const [key, text] of entriesOf(storage, startingWith('table~'))) {
    const table = readTable(text);
    if (table === undefined) throw new DirectoryDamaged(directory, `the entry ${key} is not a table's description`);
    tables.set(table.TableName, table);
  }
  return {
    get: (name) => tables.get(name),
    names: () => [...tables.keys()].sort(),
    set: (table) => void tables.set(table.TableName, table),
    remove: (name) => void tables.delete(name),
  };
};

const readTable = (text: string): Table | undefined => {
  try {
    const value = parseObject(text);
    return isTable(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
