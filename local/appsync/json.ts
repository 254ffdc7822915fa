import { isJsonObject } from '../json';

/** The name of a value's JSON type in AppSync's messages. */
export const jsonTypeOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return 'ARRAY';
  return (typeof value).toUpperCase();
};

/** Parses a string that is known to be JSON; undefined stays undefined. */
export const parseJson = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));

/** A member of an object; undefined if it is only inherited, as `constructor` is, or if the value is no object. */
export const getOwn = (value: unknown, name: string): unknown =>
  isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** Sets a member as JSON.parse does: `__proto__` is a name like any other. */
export const setOwn = (object: Record<string, unknown>, name: string, value: unknown): void => {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
};
