import {
  GraphQLError,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  typeFromAST,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { InvalidScalar } from '../errors';
import { locationsOf, type WireError } from '../execution/wireError';
import { isJsonObject, type JsonObject } from '../../json';
import { javaTextOf, javaTypeOf } from '../javaWords';
import { getOwn } from '../json';
import { firstFault } from './firstFault';

/**
 * Why an operation's variables do not fit their types, in AppSync's words; undefined if they do. AppSync stops at the
 * first fault:
 * https://github.com/aws/aws-appsync-community/issues/273. The order is graphql-java's:
 * https://github.com/graphql-java/graphql-java/blob/v9.6/src/main/java/graphql/execution/ValuesResolver.java
 */
export const describeVariableFault = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: JsonObject,
): WireError | undefined => {
  for (const definition of variableDefinitions) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    const value = getOwn(variables, name);
    if (!isInputType(type) || (value === undefined && definition.defaultValue)) continue;
    const fault = faultOf(value, type, { variable: name, input: name });
    if (fault === undefined) continue;
    const place = new GraphQLError('', { nodes: definition });
    return { path: null, locations: fault.isPlaceless ? null : locationsOf(place), message: fault.message };
  }
  return undefined;
};

interface Fault {
  readonly message: string;
  /** Whether AppSync gives no location. */
  readonly isPlaceless?: boolean;
}

interface Names {
  readonly variable: string;
  /** The innermost input field, or the variable itself: AppSync's messages name no path. */
  readonly input: string;
}

const faultOf = (value: unknown, type: GraphQLInputType, names: Names): Fault | undefined => {
  if (isNonNullType(type)) {
    // AppSync names the variable here, not the missing field: https://github.com/aws/aws-appsync-community/issues/406
    if (value === undefined || value === null)
      return { message: `Variable '${names.variable}' has coerced Null value for NonNull type '${String(type)}'` };
    return faultOf(value, type.ofType, names);
  }
  if (value === undefined || value === null) return undefined;
  if (isListType(type))
    return firstFault(Array.isArray(value) ? value : [value], (item) => faultOf(item, type.ofType, names));
  if (isInputObjectType(type)) return objectFault(value, type, names);
  const complaint = leafComplaint(value, type);
  return complaint === undefined ? undefined : invalid(names, complaint);
};

const objectFault = (value: unknown, type: GraphQLInputObjectType, names: Names): Fault | undefined => {
  if (!isJsonObject(value)) {
    const expected = `Expected type 'Map' but was '${javaTypeOf(value)}'.`;
    return invalid(names, `${expected} Variables for input objects must be an instance of type 'Map'.`);
  }
  const fields = type.getFields();
  if (!Object.keys(value).every((name) => Object.hasOwn(fields, name))) {
    // The trailing blank is AppSync's.
    const message = `The variables input contains a field that is not defined for input object type '${type.name}' `;
    return { message, isPlaceless: true };
  }
  return firstFault(Object.values(fields), (field) =>
    faultOf(getOwn(value, field.name), field.type, { ...names, input: field.name }),
  );
};

const leafComplaint = (value: unknown, type: GraphQLLeafType): string | undefined => {
  try {
    type.parseValue(value);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidScalar) return error.message;
    if (isScalarType(type)) return `Expected type '${type.name}' but was '${javaTypeOf(value)}'.`;
    return `Invalid input for Enum '${type.name}'. No value found for name '${javaTextOf(value)}'`;
  }
};

const invalid = ({ input }: Names, complaint: string): Fault => ({
  message: `Variable '${input}' has an invalid value. ${complaint}`,
});
