import { Kind, type ArgumentNode, type GraphQLResolveInfo, type ObjectFieldNode, type ValueNode } from 'graphql';
import { isJsonObject, type JsonObject } from '../../json';
import { getOwn } from '../json';

/**
 * A field's arguments as AppSync passes them: a variable without a value becomes null, where GraphQL omits the
 * argument. That the same holds inside an input object literal is inferred.
 * https://github.com/aws/aws-appsync-community/issues/348
 */
export const withAbsentVariables = (
  args: JsonObject,
  { fieldNodes: [node], operation, variableValues }: GraphQLResolveInfo,
): JsonObject => {
  const isComplete = Object.keys(variableValues).length === (operation.variableDefinitions?.length ?? 0);
  return isComplete || !node?.arguments ? args : complete(args, node.arguments);
};

const complete = (given: JsonObject, members: readonly (ArgumentNode | ObjectFieldNode)[]): JsonObject => {
  const completed = members.map(
    ({ name, value }) => [name.value, completeValue(getOwn(given, name.value), value)] as const,
  );
  return { ...given, ...Object.fromEntries(completed) };
};

const completeValue = (given: unknown, node: ValueNode | undefined): unknown => {
  if (node?.kind === Kind.OBJECT && isJsonObject(given)) return complete(given, node.fields);
  if (node?.kind === Kind.LIST && Array.isArray(given))
    return given.map((item, at) => completeValue(item, node.values[at]));
  return given ?? null;
};
