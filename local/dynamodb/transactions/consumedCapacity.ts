import { tableRules } from '../dynalite/engine';
import type { JsonObject } from '../../json';

interface TouchedRow {
  readonly table: string;
  readonly item: JsonObject | undefined;
}

/**
 * A transaction's ConsumedCapacity, if requested: twice that of the same operations outside a transaction. Indexes are
 * left out, since AWS does not say what a transaction costs them.
 */
export const consumedCapacity = (
  rows: readonly TouchedRow[],
  { asked, isRead }: { readonly asked: unknown; readonly isRead: boolean },
): JsonObject => {
  if (asked !== 'TOTAL' && asked !== 'INDEXES') return {};
  const units = new Map<string, number>();
  for (const { table, item } of rows) {
    units.set(table, (units.get(table) ?? 0) + 2 * tableRules.capacityUnits(item, isRead, true));
  }
  const perTable = Array.from(units, ([TableName, CapacityUnits]) => ({
    TableName,
    CapacityUnits,
    [isRead ? 'ReadCapacityUnits' : 'WriteCapacityUnits']: CapacityUnits,
    ...(asked === 'INDEXES' ? { Table: { CapacityUnits } } : {}),
  }));
  return { ConsumedCapacity: perTable };
};
