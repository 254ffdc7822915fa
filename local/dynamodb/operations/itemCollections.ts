import { canonical } from '../json';
import { isJsonObject, type JsonObject } from '../../json';
import type { Catalog } from '../tables/catalog';

/** A row that a write names: an item, or a key. */
export interface WrittenRow {
  readonly table: string;
  readonly row: unknown;
}

/** The item collection that a write of one row changed, if its input asks for it. */
export const itemCollection = (input: JsonObject, catalog: Catalog): JsonObject => {
  const row = { table: String(input['TableName']), row: input['Key'] ?? input['Item'] };
  const metrics = wantsSize(input) ? metricsOf(row, catalog) : undefined;
  return metrics === undefined ? {} : { ItemCollectionMetrics: metrics };
};

/** The item collections that a write of several rows changed, by table, if its input asks for them. */
export const itemCollections = (input: JsonObject, rows: readonly WrittenRow[], catalog: Catalog): JsonObject => {
  const byTable = new Map<string, Map<string, JsonObject>>();
  for (const written of wantsSize(input) ? rows : []) {
    const metrics = metricsOf(written, catalog);
    if (metrics === undefined) continue;
    const known = byTable.get(written.table) ?? new Map<string, JsonObject>();
    byTable.set(written.table, known.set(canonical(metrics), metrics));
  }
  const lists = Array.from(byTable, ([table, metrics]) => [table, [...metrics.values()]] as const);
  return lists.length === 0 ? {} : { ItemCollectionMetrics: Object.fromEntries(lists) };
};

const wantsSize = ({ ReturnItemCollectionMetrics: asked }: JsonObject): boolean => asked === 'SIZE';

/**
 * Describes the collection of a row; a table without local indexes has none. The size is DynamoDB's estimate for a
 * collection below 1 GB: the twin does not add up rows.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ItemCollectionMetrics.html
 */
const metricsOf = ({ table: name, row }: WrittenRow, catalog: Catalog): JsonObject | undefined => {
  const table = catalog.get(name);
  const partition = table?.KeySchema[0]?.AttributeName;
  if (partition === undefined || !table?.LocalSecondaryIndexes?.length || !isJsonObject(row)) return undefined;
  return { ItemCollectionKey: { [partition]: row[partition] }, SizeEstimateRangeGB: [0, 1] };
};
