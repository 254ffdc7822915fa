import type { FieldNode, FragmentDefinitionNode } from 'graphql';
import { Kind } from 'graphql';
import type { PreparedDocument } from '../../documents/prepareDocument';
import { fieldsOf, type Fragments } from '../../execution/selectedData';
import { isJsonObject } from '../../json';

/** The fragments of a document, by name. */
export const fragmentsOf = ({ document }: Pick<PreparedDocument, 'document'>): Fragments => {
  const named = document.definitions.flatMap((node): (readonly [string, FragmentDefinitionNode])[] =>
    node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
  );
  return Object.fromEntries(named);
};

/**
 * What subscribers may be told of a mutation: what its selection gave, by the names of the fields rather than their
 * aliases. Whether AppSync looks through aliases is not documented.
 */
export const publishedValue = (value: unknown, nodes: readonly FieldNode[], fragments: Fragments): unknown => {
  if (Array.isArray(value)) return value.map((item) => publishedValue(item, nodes, fragments));
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  if (!isJsonObject(value) || sets.length === 0) return value;
  const fields = sets.flatMap((set) => fieldsOf(set, fragments));
  const published: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    const selected = fields.filter((field) => responseKey(field) === key);
    const [name] = selected.map((field) => field.name.value);
    // The first of several aliases of one field holds.
    if (name === undefined || Object.hasOwn(published, name)) continue;
    published[name] = publishedValue(member, selected, fragments);
  }
  return published;
};

/** The name of a field in the answer. */
export const responseKey = ({ alias, name }: FieldNode): string => (alias ?? name).value;
