/** A JSON object of unknown content. */
export type Json = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path of member names and indexes; undefined if there is none. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return typeof step === 'number' ? inner[step] : undefined;
    return isObject(inner) ? inner[String(step)] : undefined;
  }, value);

/** An array as it is, undefined as an empty one, anything else as an array of one: as CloudFormation writes lists. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

/** A copy with the value at a path replaced, or removed if the replacement is undefined. */
export const withValue = (value: Json, path: readonly (string | number)[], replacement: unknown): Json => {
  const copy: unknown = structuredClone(value);
  const parent = at(copy, ...path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined || typeof parent !== 'object' || parent === null) throw new TypeError(`No ${path.join('.')}`);
  Reflect.set(parent, last, replacement);
  if (replacement === undefined) Reflect.deleteProperty(parent, last);
  if (!isObject(copy)) throw new TypeError('The copy is not an object.');
  return copy;
};
