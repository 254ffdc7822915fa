import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  print,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type InlineFragmentNode,
  type SelectionSetNode,
} from 'graphql';

/** `info.selectionSetList` and `info.selectionSetGraphQL` of a field, as members of a JSON object. */
export type DescribeSelection = (info: GraphQLResolveInfo) => string;

/** A selection on an interface can be made on several types, of which each has its own description. */
interface Description {
  readonly type: GraphQLOutputType;
  readonly text: string;
}

/** Describes selections; a description that cannot vary is cached with the parsed query. */
export const createSelectionDescriber = (): DescribeSelection => {
  const remembered = new WeakMap<FieldNode, Description>();
  return (info) => {
    const [first, second] = info.fieldNodes;
    const lone = second ? undefined : first; // with another one, it describes both
    const kept = lone && remembered.get(lone);
    if (kept?.type === info.returnType) return kept.text;
    const list = listSelection(info);
    const graphql = info.fieldNodes.map(({ selectionSet }) => (selectionSet ? print(selectionSet) : '')).join('\n');
    const text = `"selectionSetList":${JSON.stringify(list.names)},"selectionSetGraphQL":${JSON.stringify(graphql)}`;
    if (lone && !list.varies) remembered.set(lone, { type: info.returnType, text });
    return text;
  };
};

/**
 * The selected fields as paths (`items`, `items/id`), with aliases in place of names and fragments expanded. Selections
 * on one of the types of an interface or a union are left out: of an interface only its own fields remain.
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html
 */
const listSelection = (info: GraphQLResolveInfo) => {
  const names = new Set<string>();
  let varies = false;
  const walk = (selections: SelectionSetNode, prefix: string, type: GraphQLNamedType): void => {
    for (const selection of selections.selections) {
      if (selection.directives && selection.directives.length > 0) varies = true;
      if (getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues)?.if === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues)?.if === false) continue;
      if (selection.kind === Kind.FIELD) {
        const name = `${prefix}${(selection.alias ?? selection.name).value}`;
        names.add(name);
        const below = typeOfField(type, selection);
        if (selection.selectionSet && below) walk(selection.selectionSet, `${name}/`, below);
      } else {
        const spread = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
        if (spread && appliesTo(type, spread, info)) walk(spread.selectionSet, prefix, type);
      }
    }
  };
  const type = getNamedType(info.returnType);
  for (const node of info.fieldNodes) if (node.selectionSet) walk(node.selectionSet, '', type);
  return { names: [...names], varies };
};

const typeOfField = (type: GraphQLNamedType, { name }: FieldNode): GraphQLNamedType | undefined =>
  isObjectType(type) || isInterfaceType(type) ? getNamedType(type.getFields()[name.value]?.type) : undefined;

const appliesTo = (
  type: GraphQLNamedType,
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  { schema }: GraphQLResolveInfo,
): boolean => {
  const condition = typeCondition && schema.getType(typeCondition.name.value);
  if (!condition || condition === type) return true;
  return (
    isAbstractType(condition) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(condition, type)
  );
};
