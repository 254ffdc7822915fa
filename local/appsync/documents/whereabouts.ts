import { BREAK, Kind, visit, type ASTNode, type DocumentNode, type ValueNode } from 'graphql';

/** The position of a node in its document. */
export interface Whereabouts {
  /** The fields and fragments that enclose it, outermost first. */
  readonly fields: readonly string[];
  /** If it is part of an argument, its path from the argument down: `input.tags[0]`. */
  readonly argument: string | undefined;
  /** The nearest literal: the node itself, or the object it is a field of. */
  readonly value: ValueNode | undefined;
}

/** Searches a document for a node's position; only needed for a document that is refused. */
export const whereIs = (document: DocumentNode, wanted: ASTNode): Whereabouts => {
  let found: Whereabouts = { fields: [], argument: undefined, value: undefined };
  visit(document, {
    enter: (node, ...[, parent, , ancestors]) => {
      if (node !== wanted) return undefined;
      const around = [...[...ancestors, ...(parent ? [parent] : [])].filter(isNode), node];
      // An unknown field of an input object is reported with the object that contains it.
      const told = node.kind === Kind.OBJECT_FIELD ? around.slice(0, -1) : around;
      found = { fields: fieldsOf(around), argument: argumentOf(told), value: valueOf(told) };
      return BREAK;
    },
  });
  return found;
};

const isNode = (ancestor: ASTNode | readonly ASTNode[]): ancestor is ASTNode => !Array.isArray(ancestor);

const fieldsOf = (around: readonly ASTNode[]): readonly string[] =>
  around.flatMap((node) =>
    node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_DEFINITION ? [node.name.value] : [],
  );

const argumentOf = (around: readonly ASTNode[]): string | undefined => {
  let path: string | undefined;
  around.forEach((node, index) => {
    const next = around[index + 1];
    if (node.kind === Kind.ARGUMENT) path = node.name.value;
    else if (path !== undefined && node.kind === Kind.OBJECT_FIELD) path += `.${node.name.value}`;
    else if (path !== undefined && node.kind === Kind.LIST && next) {
      path += `[${node.values.findIndex((value) => value === next)}]`;
    }
  });
  return path;
};

const valueOf = (around: readonly ASTNode[]): ValueNode | undefined => {
  const last = around.at(-1);
  return last && isValue(last) ? last : undefined;
};

const isValue = (node: ASTNode): node is ValueNode =>
  [Kind.STRING, Kind.INT, Kind.FLOAT, Kind.BOOLEAN, Kind.ENUM, Kind.NULL, Kind.VARIABLE, Kind.LIST, Kind.OBJECT].some(
    (kind) => kind === node.kind,
  );
