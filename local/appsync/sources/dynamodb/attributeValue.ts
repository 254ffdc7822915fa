import { isJsonObject, type JsonObject } from '../../../json';
import { jsonTypeOf, setOwn } from '../../json';
import { malformed } from './errors';

/**
 * Converts an attribute value from the form that resolvers write to DynamoDB's own JSON. `util.dynamodb` writes numbers
 * as JSON numbers and null as `{NULL: null}`, neither of which DynamoDB accepts.
 */
export const toAttribute = (value: unknown, place: string): JsonObject => {
  if (!isJsonObject(value)) {
    throw malformed(`Expected JSON object for attribute value '$${place}' but got a '${jsonTypeOf(value)}' instead.`);
  }
  // DynamoDB itself refuses a value of no type or of several.
  return mapValues(value, (content, type) => toContent(type, content, place));
};

const toContent = (type: string, content: unknown, place: string): unknown => {
  switch (type) {
    case 'N':
      return numberText(content);
    case 'NULL':
      return true;
    case 'NS':
      return Array.isArray(content) ? content.map(numberText) : content;
    case 'L':
      return Array.isArray(content) ? content.map((item, at) => toAttribute(item, `${place}[${at}]`)) : content;
    case 'M':
      return toAttributes(content, place);
    default:
      return content;
  }
};

/** Converts a map of attribute values to DynamoDB's own JSON. */
export const toAttributes = (values: unknown, place: string): JsonObject => {
  if (!isJsonObject(values)) {
    throw malformed(`Expected JSON object for '$${place}' but got a '${jsonTypeOf(values)}' instead.`);
  }
  return mapValues(values, (value, name) => toAttribute(value, `${place}[${name}]`));
};

/** An attribute value of DynamoDB as plain JSON: sets are lists, binary stays base64. */
const toPlain = (value: unknown): unknown => {
  if (!isJsonObject(value)) return undefined;
  const type = typeOf(value);
  const content = type === undefined ? undefined : value[type];
  switch (type) {
    case 'N':
      return Number(content);
    case 'NULL':
      return null;
    case 'NS':
      return Array.isArray(content) ? content.map(Number) : content;
    case 'L':
      return Array.isArray(content) ? content.map(toPlain) : content;
    case 'M':
      return toPlainItem(content);
    default:
      return content;
  }
};

/** An item as plain JSON; null if there is none. */
export const toPlainItem = (item: unknown): JsonObject | null => (isJsonObject(item) ? mapValues(item, toPlain) : null);

/** An attribute value has one member, named by its type. */
const typeOf = (value: JsonObject): string | undefined => {
  for (const type in value) return type;
  return undefined;
};

const mapValues = (values: JsonObject, change: (value: unknown, name: string) => unknown): JsonObject => {
  const mapped: Record<string, unknown> = {};
  for (const name of Object.keys(values)) setOwn(mapped, name, change(values[name], name));
  return mapped;
};

const numberText = (content: unknown): unknown => (typeof content === 'number' ? String(content) : content);
