import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { GraphQLIncludeDirective, GraphQLSkipDirective, Kind, getDirectiveValues, print } from 'graphql';

/** `info.selectionSetList` and `info.selectionSetGraphQL` of a field, as members of a JSON object. */
export type DescribeSelection = (info: GraphQLResolveInfo) => string;

/** Describes selections; that of a field whose selection cannot vary is remembered with the parsed query. */
export const createSelectionDescriber = (): DescribeSelection => {
  const remembered = new WeakMap<FieldNode, string>();
  return (info) => {
    const [node, second] = info.fieldNodes;
    const kept = node && remembered.get(node);
    if (kept !== undefined) return kept;
    const list = listSelection(info);
    const graphql = info.fieldNodes.map(({ selectionSet }) => (selectionSet ? print(selectionSet) : '')).join('\n');
    const text = `"selectionSetList":${JSON.stringify(list.names)},"selectionSetGraphQL":${JSON.stringify(graphql)}`;
    if (node && !second && !list.varies) remembered.set(node, text);
    return text;
  };
};

/** The selected fields as paths (`items`, `items/id`), aliases by their alias, fragments spread out. */
const listSelection = (info: GraphQLResolveInfo) => {
  const names = new Set<string>();
  let varies = false;
  const walk = (selections: SelectionSetNode, prefix: string): void => {
    for (const selection of selections.selections) {
      if (selection.directives && selection.directives.length > 0) varies = true;
      if (getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues)?.if === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues)?.if === false) continue;
      if (selection.kind === Kind.FIELD) {
        const name = `${prefix}${(selection.alias ?? selection.name).value}`;
        names.add(name);
        if (selection.selectionSet) walk(selection.selectionSet, `${name}/`);
      } else {
        const spread = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
        if (spread) walk(spread.selectionSet, prefix);
      }
    }
  };
  for (const node of info.fieldNodes) if (node.selectionSet) walk(node.selectionSet, '');
  return { names: [...names], varies };
};
