import {
  GraphQLError,
  GraphQLFloat,
  getNamedType,
  type ASTVisitor,
  type FloatValueNode,
  type IntValueNode,
  type ValidationContext,
} from 'graphql';

/**
 * Refuses a literal that is too large for a Float, just as such a variable is refused. graphql-js reads it as Infinity,
 * which in JSON, and so for a resolver, becomes null.
 */
export const demandFiniteNumbers = (context: ValidationContext): ASTVisitor => {
  const check = (node: FloatValueNode | IntValueNode): void => {
    if (Number.isFinite(Number(node.value)) || getNamedType(context.getInputType()) !== GraphQLFloat) return;
    context.reportError(new GraphQLError(`Float cannot represent non numeric value: ${node.value}`, { nodes: node }));
  };
  return { FloatValue: check, IntValue: check };
};
