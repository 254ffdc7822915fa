import { GraphQLError, visit, type DocumentNode } from 'graphql';

/** With introspection off, the fields `__schema` and `__type` do not exist; `__typename` still works. */
export const refuseIntrospection = (document: DocumentNode): readonly GraphQLError[] => {
  const errors: GraphQLError[] = [];
  visit(document, {
    Field: (node) => {
      const name = node.name.value;
      if (name === '__schema' || name === '__type') {
        errors.push(new GraphQLError(`Cannot query field "${name}" on type "Query".`, { nodes: node }));
      }
    },
  });
  return errors;
};
