import { parseJsonOrNothing } from '../json';
import { isObject, type Members } from '../values';

/**
 * The rows of each statement in a Data API result, as objects keyed by column label; null for anything else.
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-rds-js.html#retrieving-data
 */
export const toJsonObject = (result: unknown): Record<string, unknown>[][] | null => {
  const parsed = typeof result === 'string' ? parseJsonOrNothing(result) : result;
  const statements = isObject(parsed) ? parsed.sqlStatementResults : undefined;
  return Array.isArray(statements) ? statements.map(rowsOf) : null;
};

const rowsOf = (statement: unknown): Record<string, unknown>[] => {
  if (!isObject(statement) || !Array.isArray(statement.records)) return [{}]; // a statement that returns no rows
  const columns: readonly unknown[] = Array.isArray(statement.columnMetadata) ? statement.columnMetadata : [];
  return statement.records.map((record: unknown) => {
    const fields = Array.isArray(record) ? record : [];
    const members = fields.map((field: unknown, index) => [labelOf(columns[index]), valueOf(field)] as const);
    return Object.fromEntries(members.filter(([, value]) => value !== undefined));
  });
};

const labelOf = (column: unknown): string => (isObject(column) ? String(column.label ?? column.name) : '');

/** A field of the Data API: `{stringValue}`, `{isNull: true}`, `{arrayValue: {longValues: […]}}` … */
const valueOf = (field: unknown): unknown => {
  if (!isObject(field) || field.isNull === true) return undefined;
  const [key = '', value] = Object.entries(field)[0] ?? [];
  if (key !== 'arrayValue') return value;
  return isObject(value) ? arrayOf(value) : undefined;
};

const arrayOf = (value: Members): unknown => {
  const [key = '', members] = Object.entries(value)[0] ?? [];
  return key === 'arrayValues' && Array.isArray(members)
    ? members.map((member: unknown) => (isObject(member) ? arrayOf(member) : member))
    : members;
};
