import type { DocumentNode, GraphQLError } from 'graphql';
import { locationsOf, type WireError } from '../execution/wireError';
import { wordsFor, type Words } from './validationWords';
import { valueWords } from './valueWords';
import { whereIs } from './whereabouts';

/** Validation errors as AppSync sends them: `Validation error of type T: description @ 'field/field'`. */
export const describeValidationErrors = (
  document: DocumentNode,
  errors: readonly GraphQLError[],
): readonly WireError[] => errors.map((error) => describe(document, error));

const describe = (document: DocumentNode, error: GraphQLError): WireError => {
  const node = error.nodes?.[0];
  const { fields, argument, value } = node
    ? whereIs(document, node)
    : { fields: [], argument: undefined, value: undefined };
  const { type, description }: Words =
    wordsFor(error.message) ??
    (value === undefined
      ? unknown
      : argument === undefined
        ? badDefault
        : valueWords(error.message, { argument, value }));
  const place = fields.length > 0 ? ` @ '${fields.join('/')}'` : '';
  return {
    path: null,
    locations: locationsOf(error),
    message: `Validation error of type ${type}: ${description}${place}`,
  };
};

/** A literal outside of any argument can only be a variable's default. */
const badDefault: Words = { type: 'BadValueForDefaultArg', description: 'Bad default value of a variable' };

const unknown: Words = { type: 'InvalidSyntax', description: 'The document is not valid' };
