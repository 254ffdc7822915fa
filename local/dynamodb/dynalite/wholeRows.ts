import { isDeepStrictEqual } from 'node:util';
import rules from 'dynalite/db/index.js';
import { isJsonObject, type JsonObject } from '../../json';
import type { PageArguments, RowReader } from './store';

/**
 * Has a reader of an index give the rows of the table. "Those attributes will be consistent with respect to the index":
 * a row that is gone or has another key since its entry was read is skipped.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.Querying
 */
export const wholeRows = (reader: RowReader, page: PageArguments): RowReader => {
  const [store, table, , , , , keyNames] = page;
  const rows = store.getItemDb(table.TableName);
  const rowOf: RowReader['rowOf'] = (entry) => {
    const projected = reader.rowOf(entry);
    const found: JsonObject[] = [];
    if (projected) rows.get(rules.createKey(projected, table), (_, row) => isJsonObject(row) && found.push(row));
    return found.find((row) => keyNames.every((name) => isDeepStrictEqual(row[name], projected?.[name])));
  };
  return { ...reader, rowOf };
};
