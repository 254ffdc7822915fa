/** The members of an object that code passes to the library, or gets from it. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a value is an object, but neither null, nor an array, nor a function. */
export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members that are not undefined, so that absent options stay absent in the request. */
export const defined = (value: Members): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
