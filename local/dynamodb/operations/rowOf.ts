import { tableRules } from '../dynalite/engine';
import { type TableError, TableNotFound } from '../errors';
import type { JsonObject } from '../../json';
import { itemPrefix, type Catalog } from '../tables/catalog';
import type { Table } from '../tables/table';

/** The table that a validated input about rows names, or TableNotFound. */
export const tableOf = (catalog: Catalog, input: JsonObject): Table =>
  describedTable(catalog, input, () => new TableNotFound());

/** The table that a validated input about a table names, or TableNotFound, or the given error. */
export const describedTable = (
  catalog: Catalog,
  { TableName }: JsonObject,
  notFound = (name: string): TableError => new TableNotFound(name),
): Table => {
  const name = String(TableName);
  const table = catalog.get(name);
  if (table === undefined) throw notFound(name);
  return table;
};

/** The storage key of the row that a validated single-row input names, by `Key` or, in PutItem, by `Item`. */
export const rowKeyOf = (table: Table, input: JsonObject): string =>
  itemPrefix(table.TableName) + tableRules.createKey(input['Key'] ?? input['Item'], table);
