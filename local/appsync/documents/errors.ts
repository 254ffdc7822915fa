import { GraphQLError, type ASTNode } from 'graphql';
import type { Words } from './validationWords';

/** An error of a rule that the twin has in place of graphql-js's, already in AppSync's words. */
export class ValidationFault extends GraphQLError {
  override readonly name = 'ValidationFault';

  constructor(
    readonly words: Words,
    node: ASTNode,
  ) {
    super(words.description, { nodes: node });
  }
}
