import { isJsonObject, type JsonObject } from '../../json';

/** Whether two rows are equal to DynamoDB: the order of attributes does not count, nor that within a set. */
export const isSameRow = (a: JsonObject | undefined, b: JsonObject | undefined): boolean =>
  comparable(a) === comparable(b);

const sets = ['SS', 'NS', 'BS'];

const comparable = (row: JsonObject | undefined): string | undefined =>
  JSON.stringify(row, (name, value: unknown) => {
    if (Array.isArray(value) && sets.includes(name)) return [...value].sort();
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
