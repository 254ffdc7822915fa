import type { DocumentNode, GraphQLError } from 'graphql';
import { locationsOf, type WireError } from '../execution/wireError';
import { pathTo } from './pathTo';
import { ValidationFault } from './errors';
import { wordsFor, type Words } from './validationWords';

/** Validation errors as AppSync sends them: `Validation error of type T: description @ 'field/field'`. */
export const describeValidationErrors = (
  document: DocumentNode,
  errors: readonly GraphQLError[],
): readonly WireError[] => errors.map((error) => describe(document, error));

const describe = (document: DocumentNode, error: GraphQLError): WireError => {
  const words = error instanceof ValidationFault ? error.words : wordsFor(error.message);
  const path = pathOf(document, error, words);
  return {
    path: null,
    locations: chosen(locationsOf(error), words),
    message: `Validation error of type ${words.type}: ${words.description}${path.length > 0 ? ` @ '${path.join('/')}'` : ''}`,
  };
};

const pathOf = (document: DocumentNode, { nodes = [] }: GraphQLError, words: Words): readonly string[] => {
  const [node] = chosen(nodes, words);
  if (!node || words.path === 'none') return [];
  const path = pathTo(document, node);
  return words.path === 'around' ? path.slice(0, -1) : path;
};

/** Those of graphql-js's nodes, or of their locations, that AppSync names. */
const chosen = <Item>(items: readonly Item[], { at }: Words): readonly Item[] =>
  at === 'all' ? items : at === 'last' ? items.slice(-1) : items.slice(0, 1);
