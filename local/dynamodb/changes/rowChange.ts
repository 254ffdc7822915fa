import type { JsonObject } from '../../json';
import type { Unit } from '../storage/unit';
import type { Catalog } from '../tables/catalog';
import type { Table } from '../tables/table';

/** A change of one row, as made by one atomic unit of writes. */
export interface RowChange {
  readonly table: Table;
  /** The row's storage key without its table's prefix. */
  readonly place: string;
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
}

/** Derives further writes from row changes and adds them to the same unit, so that they become durable together. */
export type Follower = (changes: readonly RowChange[], unit: Unit, cause: Cause) => void;

/** Who makes a change: a caller, or DynamoDB itself, for a row that expired. */
export type Cause = 'caller' | 'timeToLive';

/** The rows that a unit writes, each before and after. */
export const rowChangesOf = (
  unit: Unit,
  { rowBefore, catalog }: { rowBefore: (key: string) => JsonObject | undefined; catalog: Catalog },
): RowChange[] =>
  Array.from(unit.rows).flatMap(([key, after]) => {
    const [, name = '', place = ''] = /^item-([^~]+)~(.*)$/.exec(key) ?? [];
    const table = catalog.get(name);
    return table === undefined ? [] : [{ table, place, before: rowBefore(key), after }];
  });
