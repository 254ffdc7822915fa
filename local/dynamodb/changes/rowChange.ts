import { isJsonObject, parseObject, type JsonObject } from '../json';
import type { Unit } from '../storage/unit';
import type { Catalog } from '../tables/catalog';
import type { Table } from '../tables/table';

/** What a unit does to one row. */
export interface RowChange {
  readonly table: Table;
  /** The row's place within its table's entries. */
  readonly place: string;
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
}

/** Adds to a unit what follows from its row changes, so that it becomes durable with them. */
export type Follower = (changes: readonly RowChange[], unit: Unit, cause: Cause) => void;

/** Who makes a change: a caller, or DynamoDB itself for a row whose time has come. */
export type Cause = 'caller' | 'timeToLive';

/** The rows that a unit really changes. A write that leaves its row as it was is none, as in DynamoDB's streams. */
export const rowChangesOf = (
  unit: Unit,
  { get, catalog }: { readonly get: (key: string) => string | undefined; readonly catalog: Catalog },
): RowChange[] => {
  const changes: RowChange[] = [];
  for (const [key, text] of unit.writes) {
    const [, tableName = '', place = ''] = /^item-([^~]+)~(.*)$/s.exec(key) ?? [];
    const table = catalog.get(tableName);
    const stored = get(key);
    if (table === undefined || stored === text) continue;
    const before = stored === undefined ? undefined : parseObject(stored);
    const after = text === undefined ? undefined : parseObject(text);
    if (comparable(before) !== comparable(after)) changes.push({ table, place, before, after });
  }
  return changes;
};

const sets = ['SS', 'NS', 'BS'];

/** One text for one row: neither the order of attributes nor that within a set counts. */
const comparable = (row: JsonObject | undefined): string | undefined =>
  JSON.stringify(row, (name, value: unknown) => {
    if (Array.isArray(value) && sets.includes(name)) return [...value].sort();
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
