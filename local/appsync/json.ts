/** The name of a value's JSON type in AppSync's messages. */
export const jsonTypeOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return 'ARRAY';
  return (typeof value).toUpperCase();
};

/** Parses a string that is known to be JSON; undefined stays undefined. */
export const parseJson = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));

/** Sets a member as JSON.parse does: `__proto__` is a name like any other. */
export const setOwn = (object: Record<string, unknown>, name: string, value: unknown): void => {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
};
