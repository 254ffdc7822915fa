import type { Node, Program } from 'acorn';
import { isNode, walk } from './walk';

export interface DeclaredNames {
  /** Names of variables, functions, parameters and imports. */
  readonly variables: ReadonlySet<string>;
  /** Names of members of object literals. */
  readonly members: ReadonlySet<string>;
}

/** All names that a module declares, regardless of scope. */
export const declaredNames = (program: Program): DeclaredNames => {
  const variables = new Set<string>();
  const members = new Set<string>();
  walk(program, (node) => {
    const { id, local, params, key }: Partial<Record<string, unknown>> = { ...node };
    for (const binding of [id, local, params].flat()) {
      if (isNode(binding)) for (const name of namesIn(binding)) variables.add(name);
    }
    if (node.type === 'Property' && isNode(key)) for (const name of namesIn(key)) members.add(name);
  });
  return { variables, members };
};

/** All identifiers in a pattern. Those in default values declare nothing, but including them does no harm. */
const namesIn = (pattern: Node): readonly string[] => {
  const names: string[] = [];
  walk(pattern, (node) => {
    if (node.type === 'Identifier' && 'name' in node) names.push(String(node.name));
  });
  return names;
};
