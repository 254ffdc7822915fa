import { isJsonObject, type JsonObject } from '../../json';

type Value = JsonObject | undefined;

/** The type of an attribute value: `S`. */
export const typeOf = (value: JsonObject): string => Object.keys(value)[0] ?? '';

/** Whether both exist, have the same type and are equal; the order of a set's members does not count. */
export const equals = (one: Value, other: Value): boolean => {
  if (one === undefined || other === undefined) return false;
  const type = typeOf(one);
  if (type !== typeOf(other)) return false;
  const [a, b] = [one[type], other[type]];
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false;
    return type === 'L'
      ? a.every((member, index) => isEqual(member, b[index]))
      : a.every((member) => b.includes(member));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return a === b; // numbers are stored in one form
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => isEqual(a[name], b[name]));
};

const isEqual = (one: unknown, other: unknown): boolean =>
  isJsonObject(one) && isJsonObject(other) && equals(one, other);

/** Negative, zero or positive, as one value sorts before another; undefined unless both are S, both N or both B. */
export const compareValues = (one: Value, other: Value): number | undefined => {
  const [a, b] = [bytesOf(one), bytesOf(other)];
  if (a !== undefined && b !== undefined) return a.type === b.type ? Buffer.compare(a.bytes, b.bytes) : undefined;
  const [m, n] = [one?.['N'], other?.['N']];
  return typeof m === 'string' && typeof n === 'string' ? compareNumbers(m, n) : undefined;
};

/** Compares decimal numbers without exponents. */
const compareNumbers = (one: string, other: string): number => {
  const digits = Math.max(fractionOf(one).length, fractionOf(other).length);
  const scaled = (number: string): bigint =>
    BigInt(number.replace(/\..*$/, '') + fractionOf(number).padEnd(digits, '0'));
  const [a, b] = [scaled(one), scaled(other)];
  return a < b ? -1 : a > b ? 1 : 0;
};

const fractionOf = (number: string): string => number.split('.')[1] ?? '';

const bytesOf = (value: Value): { readonly type: string; readonly bytes: Buffer } | undefined => {
  const { S: text, B: binary } = value ?? {};
  if (typeof text === 'string') return { type: 'S', bytes: Buffer.from(text) };
  return typeof binary === 'string' ? { type: 'B', bytes: Buffer.from(binary, 'base64') } : undefined;
};

/** Whether a string or binary value begins with another. */
export const startsWith = (value: Value, beginning: Value): boolean => {
  const [a, b] = [bytesOf(value), bytesOf(beginning)];
  return a !== undefined && a.type === b?.type && a.bytes.subarray(0, b.bytes.length).equals(b.bytes);
};

/** Whether a string or binary value contains a part, or a set or list a member. */
export const contains = (value: Value, part: Value): boolean => {
  if (value === undefined || part === undefined) return false;
  const type = typeOf(part);
  const [set, list] = [value[`${type}S`], value['L']];
  if (Array.isArray(set)) return set.includes(part[type]);
  if (Array.isArray(list)) return list.some((member) => isEqual(member, part));
  const [a, b] = [bytesOf(value), bytesOf(part)];
  return a !== undefined && a.type === b?.type && a.bytes.includes(b.bytes);
};

/** The result of `size`: UTF-16 units, bytes or members. https://github.com/ExtendDB/extenddb/issues/60 */
export const sizeOf = (value: Value): number | undefined => {
  if (value === undefined) return undefined;
  const { S: text, B: binary, M: map } = value;
  const list: unknown = value['L'] ?? value['SS'] ?? value['NS'] ?? value['BS'];
  if (typeof text === 'string') return text.length;
  if (typeof binary === 'string') return Buffer.byteLength(binary, 'base64');
  if (Array.isArray(list)) return list.length;
  return isJsonObject(map) ? Object.keys(map).length : undefined;
};
