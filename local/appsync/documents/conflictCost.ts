import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';

/**
 * An upper bound on the cost of finding conflicting fields: every pair of selections with the same response name, and
 * every pair of fragments.
 */
export const conflictCost = (document: DocumentNode): number => {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) count(`field ${(selection.alias ?? selection.name).value}`);
      if (selection.kind === Kind.FRAGMENT_SPREAD) count('fragments');
      else if (selection.selectionSet) walk(selection.selectionSet);
    }
  };
  for (const definition of document.definitions) {
    if ('selectionSet' in definition && definition.selectionSet) walk(definition.selectionSet);
  }
  return [...counts.values()].reduce((sum, times) => sum + times * times, 0);
};
