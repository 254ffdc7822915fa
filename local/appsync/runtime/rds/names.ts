import { Misuse } from '../errors';
import { isObject, type Members } from '../values';
import { isAggregate, renderAggregate } from './aggregates';
import { identifier, type Rendering } from './rendering';

/** The table of a statement without `from`. */
export const tableName = ({ table }: Members, rendering: Rendering): string => {
  if (table === undefined || table === null) throw new Misuse(`'table' or 'from' key is required.`);
  if (typeof table === 'string') return identifier(table, rendering);
  if (!isObject(table)) throw new Misuse('table name is expected to be a string or alias.');
  return aliased(table, rendering);
};

/** The table of a SELECT, given as `from` or `table`. */
export const sourceName = (members: Members, rendering: Rendering): string => {
  const { table, from } = members;
  if (from === undefined || from === null) return tableName(members, rendering);
  if (table !== undefined && table !== null) throw new Misuse(`'from' and 'table' keys cannot be used together`);
  if (typeof from === 'string') return identifier(from, rendering);
  if (!isObject(from)) throw new Misuse(`'from' value is expected to be string or object.`);
  return aliased(from, rendering);
};

/** A list of columns, or `*` for all; undefined if no list is given. */
export const columnList = (columns: unknown, rendering: Rendering): string | undefined => {
  if (columns === undefined || columns === null) return undefined;
  if (columns === '*') return '*';
  if (!Array.isArray(columns)) throw new Misuse('Expected column to be * or an array.');
  return columns.map((column: unknown) => columnName(column, rendering)).join(', ');
};

const columnName = (column: unknown, rendering: Rendering): string => {
  if (isAggregate(column)) return renderAggregate(column, rendering);
  if (isObject(column)) return aliased(column, rendering);
  if (typeof column !== 'string') throw new Misuse('Invalid type in column array.');
  return column === '*' ? '*' : identifier(column, rendering);
};

/** `{ persons: "p" }` renders as `"p" as "persons"`: AppSync's order. */
const aliased = (alias: Members, rendering: Rendering): string => {
  const [name, ...others] = Object.keys(alias);
  if (name === undefined) throw new Misuse('java.util.NoSuchElementException'); // the service's own words
  if (others.length > 0) throw new Misuse('table alias is allowed only one key-value pair.');
  const target = alias[name];
  if (typeof target !== 'string') throw new Misuse('Table alias value is expected to be a string.');
  return `${identifier(target, rendering)} as ${identifier(name, rendering)}`;
};
