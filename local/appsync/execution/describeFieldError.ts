import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { javaTypeOf } from '../javaWords';
import { FieldFailure, InvalidScalar, UnresolvedType, ValueMismatch } from '../errors';
import { locationsOf, type WireError } from './wireError';

type Path = readonly (string | number)[];

/** A failed field's error in AppSync's shape. Unless a resolver failed, the words are those of AppSync's engine. */
export const describeFieldError = (
  schema: GraphQLSchema,
  error: GraphQLError,
  log: (line: string) => void,
): WireError => {
  const path = error.path ?? [];
  const cause = error.originalError;
  if (cause instanceof FieldFailure) {
    const { data, errorType, errorInfo, message } = cause;
    return { path, data, errorType, errorInfo, locations: locationsOf(error), message };
  }
  // The value is nested too deeply for the stack; JSON within JSON can hide that from every earlier check.
  if (cause instanceof RangeError)
    return { path, locations: locationsOf(error), message: 'The value is nested too deeply.' };
  const message = engineWords(schema, error, path);
  if (message !== undefined) return { path: error.path ?? null, locations: null, message };
  log(`AppSync: ${path.join('/')}: ${cause?.stack ?? error.message}`);
  const hidden = { data: null, errorType: 'InternalFailure', errorInfo: null };
  return { path, ...hidden, locations: locationsOf(error), message: 'An internal failure occurred.' };
};

const engineWords = (schema: GraphQLSchema, { message, originalError }: GraphQLError, path: Path) => {
  const place = slashed(path);
  if (originalError instanceof ValueMismatch) {
    return `Can't resolve value (${place}) : type mismatch error, expected type ${originalError.expected}`;
  }
  if (originalError instanceof UnresolvedType) return `Can't resolve '${place}'. ${originalError.message}`;
  if (originalError instanceof InvalidScalar) return `Can't serialize value (${place}) : ${originalError.message}`;
  const [, scalar, given = ''] = /^(\w+) cannot represent [^:]*(?:: (.*))?/s.exec(message) ?? [];
  if (scalar) return `Can't serialize value (${place}) : Expected type '${scalar}' but was '${typeOfShown(given)}'.`;
  const [, enumeration, value] = /^Enum "(\w+)" cannot represent value: (.*)/s.exec(message) ?? [];
  if (enumeration) {
    const name = value?.replace(/^"|"$/g, '');
    return `Can't serialize value (${place}) : Invalid input for Enum '${enumeration}'. Unknown value '${name}'`;
  }
  const [, parent, field] = /^Cannot return null for non-nullable field (\w+)\.(\w+)/.exec(message) ?? [];
  if (parent && field) {
    return `Cannot return null for non-nullable type: '${typeName(schema, parent, field, path)}' within parent '${parent}' (${place})`;
  }
  return undefined;
};

/** AppSync's oddity: for a list, which has no name, it says 'null'. */
const typeName = (schema: GraphQLSchema, parent: string, field: string, path: Path): string => {
  const owner = schema.getType(parent);
  const type = isObjectType(owner) ? owner.getFields()[field]?.type : undefined;
  if (!type) return 'null';
  return isListType(getNullableType(type)) && typeof path.at(-1) !== 'number' ? 'null' : getNamedType(type).name;
};

/** `/notes/items[0]/id` */
const slashed = (path: Path): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `/${part}`)).join('');

/** A Java service's name for a value's type, inferred from how graphql-js prints the value. */
const typeOfShown = (shown: string): string => {
  if (shown.startsWith('"')) return javaTypeOf('');
  if (shown.startsWith('[')) return javaTypeOf([]);
  if (shown.startsWith('{')) return javaTypeOf({});
  return javaTypeOf(shown === 'true' || shown === 'false' ? true : Number(shown));
};
