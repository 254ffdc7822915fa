import { isNonNullType, type ASTVisitor, type GraphQLInputType, type ValidationContext } from 'graphql';
import { literalFault } from './literalFault';
import { printValue } from './printValue';
import { ValidationFault } from './errors';

/**
 * Checks the literals of arguments and the defaults of variables, in place of graphql-js's ValuesOfCorrectTypeRule:
 * AppSync reports at most one fault of an argument, at the argument, and allows no default for a required variable.
 * https://github.com/awslabs/aws-mobile-appsync-sdk-js/issues/554,
 * https://github.com/graphql-java/graphql-java/blob/v9.6/src/main/java/graphql/validation/rules/VariableDefaultValuesOfCorrectType.java
 */
export const demandFittingLiterals = (context: ValidationContext): ASTVisitor => ({
  Argument: (node) => {
    const type = context.getArgument()?.type;
    const fault = type && literalFault(node.value, type);
    if (!fault) return;
    const { path, value = node.value, complaint } = fault;
    const description = `argument '${node.name.value}${path}' with value '${printValue(value)}' ${complaint}`;
    context.reportError(new ValidationFault({ type: 'WrongType', description }, node));
  },
  VariableDefinition: (node) => {
    const { defaultValue } = node;
    const type = context.getInputType();
    if (!defaultValue || !type) return;
    if (isNonNullType(type)) {
      const description = 'Missing value for non null type';
      context.reportError(new ValidationFault({ type: 'DefaultForNonNullArgument', description }, node));
    }
    if (!literalFault(defaultValue, type)) return;
    const description = `Bad default value ${printValue(defaultValue)} for type ${nameOf(type)}`;
    context.reportError(new ValidationFault({ type: 'BadValueForDefaultArg', description }, node));
  },
});

/** AppSync's oddity: for a list or a required type, which has no name, it says 'null'. */
const nameOf = (type: GraphQLInputType): string => ('name' in type ? type.name : 'null');
