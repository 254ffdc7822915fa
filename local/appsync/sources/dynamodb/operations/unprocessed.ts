import { isJsonObject, type JsonObject } from '../../../../json';

/** What DynamoDB left undone of a batch, for each table that was asked for: an empty list where all is done. */
export const unprocessed = (
  left: unknown,
  tables: readonly string[],
  read: (entry: unknown) => readonly (JsonObject | null)[],
): JsonObject =>
  Object.fromEntries(tables.map((table) => [table, isJsonObject(left) && left[table] ? read(left[table]) : []]));
