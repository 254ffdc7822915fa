import type { ASTVisitor, ValidationContext } from 'graphql';
import { ValidationFault } from './errors';

/**
 * Lets an anonymous operation stand only alone, in place of graphql-js's LoneAnonymousOperationRule: AppSync reports the
 * operation that comes second, whichever of the two has no name.
 * https://github.com/graphql-java/graphql-java/blob/v9.6/src/main/java/graphql/validation/rules/LoneAnonymousOperation.java
 */
export const demandLoneOperation = (context: ValidationContext): ASTVisitor => {
  const seen = { some: false, anonymous: false };
  return {
    OperationDefinition: (node) => {
      const description = node.name
        ? seen.anonymous && `Operation ${node.name.value} is following anonymous operation.`
        : seen.some && 'Anonymous operation with other operations.';
      if (description)
        context.reportError(new ValidationFault({ type: 'LoneAnonymousOperationViolation', description }, node));
      seen.some = true;
      seen.anonymous ||= !node.name;
    },
  };
};
