import { tableRules } from '../dynalite/engine';
import { TableNotFound } from '../errors';
import type { JsonObject } from '../json';
import { itemPrefix, type Catalog } from '../tables/catalog';
import type { Table } from '../tables/table';

/** The table that a checked input names. */
export const tableOf = (catalog: Catalog, input: JsonObject): Table => {
  const name = String(input['TableName']);
  const table = catalog.get(name);
  if (table === undefined) throw new TableNotFound(name);
  return table;
};

/** Where the row is stored that a checked input of PutItem (`Item`) or another single-row operation (`Key`) names. */
export const rowKeyOf = (table: Table, input: JsonObject): string =>
  itemPrefix(table.TableName) + tableRules.createKey(input['Key'] ?? input['Item'], table);
