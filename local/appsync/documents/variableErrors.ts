import {
  GraphQLError,
  coerceInputValue,
  isInputType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { InvalidScalar } from '../errors';
import { locationsOf, type WireError } from '../execution/wireError';
import type { JsonObject } from '../../json';
import { javaTextOf, javaTypeOf } from '../javaWords';

/** Describes in AppSync's words why an operation's variables do not fit their types. */
export const describeVariableErrors = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: JsonObject,
): readonly WireError[] =>
  (operation.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type);
    return isInputType(type) ? describe(definition, type, variables) : [];
  });

const describe = (
  definition: VariableDefinitionNode,
  type: GraphQLInputType,
  variables: JsonObject,
): readonly WireError[] => {
  const name = definition.variable.name.value;
  const locations = locationsOf(new GraphQLError('', { nodes: definition }));
  const value = variables[name];
  if (value === undefined || value === null) {
    if (!isNonNullType(type) || (value === undefined && definition.defaultValue)) return [];
    return [{ path: null, locations, message: coercedNull(name, String(type)) }];
  }
  const errors: WireError[] = [];
  coerceInputValue(value, type, (path, invalid, error) => {
    const message = wordsFor(name, path, invalid, error);
    const isPlaceless = message.startsWith('The variables input contains');
    if (errors.length < maxErrors) errors.push({ path: null, locations: isPlaceless ? null : locations, message });
  });
  return errors;
};

const maxErrors = 50;

const coercedNull = (name: string, type: string) =>
  `Variable '${name}' has coerced Null value for NonNull type '${type}'`;

const wordsFor = (
  variable: string,
  path: readonly (string | number)[],
  value: unknown,
  { message, originalError }: GraphQLError,
): string => {
  const required =
    /^Field "\w+" of required type "([^"]+)" was not provided|^Expected non-nullable type "([^"]+)"/.exec(message);
  // AppSync names the variable here, not the missing field inside it.
  if (required) return coercedNull(variable, required[1] ?? required[2] ?? '');
  const undefinedField = /^Field "[^"]*" is not defined by type "(\w+)"/.exec(message);
  // The trailing blank is AppSync's.
  if (undefinedField) {
    return `The variables input contains a field that is not defined for input object type '${undefinedField[1]}' `;
  }
  const named = path.findLast((part) => typeof part === 'string') ?? variable;
  return `Variable '${named}' has an invalid value. ${complaint(message, value, originalError)}`;
};

const complaint = (message: string, value: unknown, cause: unknown): string => {
  if (cause instanceof InvalidScalar) return cause.message;
  const given = javaTypeOf(value);
  if (/ to be an object\.$/.test(message)) {
    return `Expected type 'Map' but was '${given}'. Variables for input objects must be an instance of type 'Map'.`;
  }
  const enumeration = /"(\w+)" enum|^Enum "(\w+)"/.exec(message);
  if (enumeration) {
    return `Invalid input for Enum '${enumeration[1] ?? enumeration[2]}'. No value found for name '${javaTextOf(value)}'`;
  }
  const scalar = /^(\w+) cannot represent/.exec(message)?.[1] ?? 'Value';
  return `Expected type '${scalar}' but was '${given}'.`;
};
