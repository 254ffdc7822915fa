import { BREAK, Kind, visit, type ASTNode, type DocumentNode } from 'graphql';

/**
 * The names of the fields and fragments around a node, outermost first; its own name is the last if it is one of them.
 * It searches the whole document, so it is only for a document that is refused.
 */
export const pathTo = (document: DocumentNode, wanted: ASTNode): readonly string[] => {
  let path: readonly string[] = [];
  visit(document, {
    enter: (node, ...[, parent, , ancestors]) => {
      if (node !== wanted) return undefined;
      path = [...ancestors, ...(parent ? [parent] : []), node].flatMap(nameOf);
      return BREAK;
    },
  });
  return path;
};

const nameOf = (node: ASTNode | readonly ASTNode[]): readonly string[] =>
  'kind' in node && (node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_DEFINITION) ? [node.name.value] : [];
