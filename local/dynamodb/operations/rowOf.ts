import { tableRules } from '../dynalite/engine';
import { TableNotFound } from '../errors';
import type { JsonObject } from '../../json';
import { itemPrefix, type Catalog } from '../tables/catalog';
import type { Table } from '../tables/table';

/** The table that a validated input names, or TableNotFound. */
export const tableOf = (catalog: Catalog, input: JsonObject): Table => {
  const name = String(input['TableName']);
  const table = catalog.get(name);
  if (table === undefined) throw new TableNotFound(name);
  return table;
};

/** The storage key of the row that a validated single-row input names, by `Key` or, in PutItem, by `Item`. */
export const rowKeyOf = (table: Table, input: JsonObject): string =>
  itemPrefix(table.TableName) + tableRules.createKey(input['Key'] ?? input['Item'], table);
