import type { JsonObject } from '../json';
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

/** The rows that a unit writes, with what was there before. */
export const rowChangesOf = (
  unit: Unit,
  { rowBefore, catalog }: { rowBefore: (key: string) => JsonObject | undefined; catalog: Catalog },
): RowChange[] =>
  Array.from(unit.rows).flatMap(([key, after]) => {
    const [, name = '', place = ''] = /^item-([^~]+)~(.*)$/.exec(key) ?? [];
    const table = catalog.get(name);
    return table === undefined ? [] : [{ table, place, before: rowBefore(key), after }];
  });
