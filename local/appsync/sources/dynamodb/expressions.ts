import { isJsonObject, type JsonObject } from '../../../json';
import { jsonTypeOf } from '../../json';
import { toAttribute } from './attributeValue';
import { malformed } from './errors';

/** A required member of a request that must be an object. */
export const objectOf = (request: JsonObject, name: string): JsonObject => {
  const value = request[name];
  if (value === undefined || value === null) throw malformed(`Value for field '$[${name}]' not found.`);
  if (!isJsonObject(value))
    throw malformed(`Expected JSON object for '$[${name}]' but got a '${jsonTypeOf(value)}' instead.`);
  return value;
};

/** An optional member of a request that must be an object; null counts as absent. */
export const optionalObject = (request: JsonObject, name: string): JsonObject | undefined =>
  request[name] === undefined || request[name] === null ? undefined : objectOf(request, name);

/** A required member of a request that must be a list of objects. */
export const listOf = (request: JsonObject, name: string): readonly JsonObject[] => {
  const value = request[name];
  if (value === undefined || value === null) throw malformed(`Value for field '$[${name}]' not found.`);
  if (!Array.isArray(value) || !value.every(isJsonObject))
    throw malformed(`Expected a list of JSON objects for '$[${name}]'.`);
  return value;
};

/** An expression of a request: its text, and what its names and values stand for. */
export interface Expression {
  readonly text: string;
  readonly names: JsonObject;
  readonly values: JsonObject;
}

/** Reads `{expression, expressionNames, expressionValues}`; undefined if the member is left out or null. */
export const expressionOf = (request: JsonObject, name: string): Expression | undefined => {
  const given = optionalObject(request, name);
  if (!given) return undefined;
  const { expression } = given;
  if (typeof expression !== 'string') throw malformed(`Value for field '$[${name}][expression]' not found.`);
  const values = Object.entries(optionalObject(given, 'expressionValues') ?? {});
  return {
    text: expression,
    names: optionalObject(given, 'expressionNames') ?? {},
    values: Object.fromEntries(
      values.map(([key, value]) => [key, toAttribute(value, `[${name}][expressionValues][${key}]`)]),
    ),
  };
};

/** Merges the names and values of several expressions into DynamoDB's two members, which must not be empty. */
export const placeholders = (...expressions: readonly (Expression | undefined)[]): JsonObject => {
  const names = merged(expressions.map((expression) => expression?.names));
  const values = merged(expressions.map((expression) => expression?.values));
  return {
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
};

const merged = (objects: readonly (JsonObject | undefined)[]): JsonObject =>
  objects.reduce<JsonObject>((all, object) => ({ ...all, ...object }), {});
