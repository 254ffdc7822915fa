import {
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type SelectionNode,
} from 'graphql';
import { fragmentsOf } from './fragmentsOf';

/**
 * Refuses `@skip` and `@include` on a subscription's root field, of which there must be exactly one:
 * https://spec.graphql.org/draft/#CollectSubscriptionFields()
 */
export const refuseConditionalSubscription = (document: DocumentNode): readonly GraphQLError[] => {
  const fragments = fragmentsOf(document);
  const visited = new Set<string>();

  /** The conditions on the fields of one selection; each fragment is visited once. */
  const conditionsOn = (selection: SelectionNode): readonly DirectiveNode[] => {
    const own = (selection.directives ?? []).filter(isCondition);
    if (selection.kind === Kind.FIELD) return own;
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return [...own, ...selection.selectionSet.selections.flatMap(conditionsOn)];
    const { value: name } = selection.name;
    if (visited.has(name)) return own;
    visited.add(name);
    return [...own, ...(fragments[name]?.selectionSet.selections ?? []).flatMap(conditionsOn)];
  };

  const [first] = document.definitions.flatMap((node) =>
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
