import type { JsonObject } from '../../json';
import type { Index, Table } from './table';

/** Whether an index has an attribute of the table's rows. */
export const projects = ({ Projection, KeySchema }: Index, table: Table, name: string): boolean =>
  Projection.ProjectionType === 'ALL' ||
  [...table.KeySchema, ...KeySchema].some(({ AttributeName }) => AttributeName === name) ||
  (Projection.NonKeyAttributes ?? []).includes(name);

/** What an index has of a row; undefined if the row is not in the index. */
export const projectionOf = (row: JsonObject | undefined, index: Index, table: Table): JsonObject | undefined => {
  if (row === undefined || index.KeySchema.some(({ AttributeName }) => row[AttributeName] === undefined)) {
    return undefined;
  }
  return Object.fromEntries(Object.entries(row).filter(([name]) => projects(index, table, name)));
};
