import { Kind, type DocumentNode, type GraphQLResolveInfo } from 'graphql';

/** A document's fragments by name, in graphql-js's form; the object inherits nothing, so no name is taken. */
export type Fragments = GraphQLResolveInfo['fragments'];

export const fragmentsOf = ({ definitions }: DocumentNode): Fragments => {
  const fragments: Fragments = Object.create(null);
  for (const node of definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  return fragments;
};
