import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import { isJsonObject } from '../../json';
import type { Fragments } from '../documents/fragmentsOf';

/**
 * An error's `data` as AppSync sends it: objects keep only what the field's selection names.
 * https://docs.aws.amazon.com/appsync/latest/devguide/built-in-util-js.html
 */
export const selectedData = (data: unknown, { fieldNodes, fragments }: GraphQLResolveInfo): unknown => {
  const filter = (value: unknown, nodes: readonly FieldNode[]): unknown => {
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (sets.length === 0) return value;
    if (Array.isArray(value)) return value.map((item) => filter(item, nodes));
    if (!isJsonObject(value)) return value;
    const fields = sets.flatMap((set) => fieldsOf(set, fragments));
    const entries = Object.entries(value).flatMap(([name, member]) => {
      const selections = fields.filter((field) => field.name.value === name);
      return selections.length > 0 ? [[name, filter(member, selections)] as const] : [];
    });
    return Object.fromEntries(entries);
  };
  return filter(data, fieldNodes);
};

/** The fields of a selection, with its fragments expanded. */
export const fieldsOf = ({ selections }: SelectionSetNode, fragments: Fragments): FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const spread = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return spread ? fieldsOf(spread.selectionSet, fragments) : [];
  });
