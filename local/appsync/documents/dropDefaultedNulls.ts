import type { OperationDefinitionNode } from 'graphql';
import type { JsonObject } from '../../json';
import { getOwn } from '../json';

/**
 * An operation's variables without those that are null but have a default: AppSync's engine takes the default for them.
 * https://github.com/graphql-java/graphql-java/blob/v9.6/src/main/java/graphql/execution/ValuesResolver.java
 */
export const dropDefaultedNulls = (
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: JsonObject,
): JsonObject => {
  const names = variableDefinitions.flatMap(({ variable: { name }, defaultValue }) => (defaultValue ? name.value : []));
  const defaulted = names.filter((name) => getOwn(variables, name) === null);
  if (defaulted.length === 0) return variables;
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !defaulted.includes(name)));
};
