import { isJsonObject } from '../json';

/** The type of a JSON value as a Java service names it. */
export const javaTypeOf = (value: unknown): string => {
  if (typeof value === 'number') return numberType(value);
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'string') return 'String';
  return Array.isArray(value) ? 'ArrayList' : 'LinkedHashMap';
};

/** The smallest type that holds the number. */
const numberType = (value: number): string => {
  if (!Number.isInteger(value)) return 'Double';
  if (value >= -(2 ** 31) && value < 2 ** 31) return 'Integer';
  return value >= -(2 ** 63) && value < 2 ** 63 ? 'Long' : 'BigInteger';
};

/** A JSON value as Java's `toString` writes it: `{a=[1, x]}`. */
export const javaTextOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(javaTextOf).join(', ')}]`;
  if (!isJsonObject(value)) return String(value);
  return `{${Object.entries(value)
    .map(([name, member]) => `${name}=${javaTextOf(member)}`)
    .join(', ')}}`;
};
