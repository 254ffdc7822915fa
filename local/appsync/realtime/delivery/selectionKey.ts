import { print, visit, type ASTNode, type GraphQLResolveInfo } from 'graphql';
import type { Caller } from '../../auth/caller';

/**
 * Two subscriptions with equal keys get the same payload of every event that both accept: they select the same and may
 * see the same. The field's arguments, on which only the filters depend, are not part of the key.
 */
export const selectionKey = ({ fieldNodes, fragments, variableValues }: Selected, caller: Caller): string => {
  const nodes = [
    ...fieldNodes.map((node) => ({ ...node, arguments: [] })),
    ...Object.values(fragments).filter((fragment) => fragment !== undefined),
  ];
  const used = [...new Set(nodes.flatMap(variablesIn))].sort().map((name) => [name, variableValues[name]]);
  return JSON.stringify([nodes.map(print), used, caller.mode, [...caller.groups].sort()]);
};

type Selected = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>;

const variablesIn = (node: ASTNode): readonly string[] => {
  const names: string[] = [];
  visit(node, { Variable: ({ name }) => void names.push(name.value) });
  return names;
};
