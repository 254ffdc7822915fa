import {
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
} from 'graphql';

/**
 * Refuses `@skip` and `@include` on a subscription's root field, of which there must be exactly one:
 * https://spec.graphql.org/draft/#CollectSubscriptionFields()
 */
export const refuseConditionalSubscription = ({ definitions }: DocumentNode): readonly GraphQLError[] => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);

  /** The conditions on the fields of one selection; each fragment is visited once. */
  const conditionsOn = (selection: SelectionNode): readonly DirectiveNode[] => {
    const own = (selection.directives ?? []).filter(isCondition);
    if (selection.kind === Kind.FIELD) return own;
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return [...own, ...selection.selectionSet.selections.flatMap(conditionsOn)];
    const fragment = fragments.get(selection.name.value);
    fragments.delete(selection.name.value);
    return [...own, ...(fragment?.selectionSet.selections ?? []).flatMap(conditionsOn)];
  };

  const [first] = definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION && node.operation === 'subscription'
      ? node.selectionSet.selections.flatMap(conditionsOn)
      : [],
  );
  if (!first) return [];
  const message = `Subscription must not use @${first.name.value} in its top level selection.`;
  return [new GraphQLError(message, { nodes: first })];
};

const isCondition = ({ name }: DirectiveNode): boolean =>
  name.value === GraphQLSkipDirective.name || name.value === GraphQLIncludeDirective.name;
