import { isJsonObject, type JsonObject } from '../json';

/** Parses a stored JSON object. */
export const parseObject = (text: string): JsonObject => {
  const value: unknown = JSON.parse(text);
  if (!isJsonObject(value)) throw new TypeError('a stored row is not a JSON object');
  return value;
};

/** Serializes a value with sorted members, so that equal values give equal strings. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, member: unknown) =>
    isJsonObject(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
