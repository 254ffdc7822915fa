import { Misuse } from '../errors';
import { filterExpression } from '../transform/filterExpression';
import { isObject, type Members } from '../values';
import { toStoredMap, type AttributeValue } from './attributeValues';
import type { Expression } from './expressions';

/** The one argument of a request function, which must be an object. */
export const payloadOf = (payload: unknown): Members => {
  if (!isObject(payload)) throw new Misuse('Expected the payload to be an Object.');
  return payload;
};

/** The members of a request that were given; null options are left out, like undefined ones. */
export const given = (request: Members): Record<string, unknown> =>
  Object.fromEntries(Object.entries(request).filter(([, member]) => member !== undefined && member !== null));

/** A list in a payload; it is required, and each entry must be an object. */
export const entriesOf = (list: unknown, name: string): readonly Members[] => {
  if (!Array.isArray(list)) throw new Misuse(`${name} is required and must be a list.`);
  return list.map(payloadOf);
};

/** A key or an item in DynamoDB's form; it is required. */
export const mapOf = (value: unknown, name: string): Record<string, AttributeValue> => {
  if (!isObject(value)) throw new Misuse(`${name} is required and must be an Object.`);
  return toStoredMap(value);
};

/** A condition or filter, rendered if given; `expressionValues` is left out if there are no values. */
export const conditionOf = (condition: unknown, name: string): Expression | undefined => {
  if (condition === undefined || condition === null) return undefined;
  const rendered = filterExpression(condition);
  if (rendered === undefined) throw new Misuse(`Unable to build an expression from ${name}.`);
  const { expression, expressionNames, expressionValues } = rendered;
  return { expression, expressionNames, ...(Object.keys(expressionValues).length > 0 ? { expressionValues } : {}) };
};

/** The tables of a batch request, each converted to its wire format by `make`. */
export const tablesOf = (tables: unknown, make: (table: unknown) => unknown): Record<string, unknown> => {
  if (!isObject(tables)) throw new Misuse('tables is required and must be an Object.');
  return Object.fromEntries(Object.keys(tables).map((name) => [name, make(tables[name])]));
};
