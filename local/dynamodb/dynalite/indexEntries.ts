import { parseObject } from '../json';
import type { JsonObject } from '../../json';
import { itemPrefix, type Catalog } from '../tables/catalog';
import type { Index, Table } from '../tables/table';
import type { View } from './view';
import { tableRules } from './engine';

/** How the entries of one index are stored. */
export interface IndexEntries {
  readonly put: (key: string, row: JsonObject) => void;
  /** The row of an entry; undefined if the row has changed its index key, or is gone, since the entry was read. */
  readonly rowOf: (key: string, text: string) => JsonObject | undefined;
}

/** The first character of an entry that refers to its row instead of holding a copy. */
const reference = '@';

/**
 * Stores the entries of an index that projects all attributes as references to rows: a row is written once, and an
 * update that keeps the index key writes no entry at all. Other indexes hold copies.
 */
export const createIndexEntries = (view: View, catalog: Catalog) => {
  const placeOf = rememberLast((row: JsonObject, table: Table) => tableRules.createKey(row, table));
  const beginnings = new WeakMap<JsonObject, Map<string, string>>();

  /** The prefix of the key of this row's entry; cached, since rows are shared. */
  const beginningOf = (row: JsonObject, table: Table, index: Index): string | undefined => {
    const known = beginnings.get(row) ?? new Map<string, string>();
    const found = known.get(index.IndexName);
    if (found !== undefined) return found;
    if (index.KeySchema.some(({ AttributeName }) => row[AttributeName] === undefined)) return undefined;
    const beginning = tableRules.createKey(row, table, index.KeySchema);
    beginnings.set(row, known.set(index.IndexName, beginning));
    return beginning;
  };

  return (names: { readonly table: string; readonly index: string }): IndexEntries => {
    const table = catalog.get(names.table);
    const indexes = [...(table?.LocalSecondaryIndexes ?? []), ...(table?.GlobalSecondaryIndexes ?? [])];
    const index = indexes.find(({ IndexName }) => IndexName === names.index);
    const rowKey = (place: string): string => itemPrefix(names.table) + place;
    return {
      put: (key, row) => {
        if (table === undefined || index?.Projection.ProjectionType !== 'ALL') {
          view.setEntry(key, JSON.stringify(row));
          return;
        }
        const place = placeOf(row, table);
        const text = reference + place;
        const isThere = view.row(rowKey(place)) !== undefined && view.entry(key) === text;
        if (!isThere) view.setEntry(key, text);
      },
      rowOf: (key, text) => {
        if (!text.startsWith(reference)) return parseObject(text);
        const row = view.row(rowKey(text.slice(reference.length)));
        if (row === undefined || table === undefined || index === undefined) return undefined;
        const beginning = beginningOf(row, table, index);
        return beginning !== undefined && key.startsWith(beginning) ? row : undefined;
      },
    };
  };
};

/** Caches the last row's place: a row is put into all its indexes in succession. */
const rememberLast = (work: (row: JsonObject, table: Table) => string) => {
  let last: { readonly row: JsonObject; readonly place: string } | undefined;
  return (row: JsonObject, table: Table): string => {
    if (last?.row !== row) last = { row, place: work(row, table) };
    return last.place;
  };
};
