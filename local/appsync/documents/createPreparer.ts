import {
  Kind,
  LoneAnonymousOperationRule,
  ValuesOfCorrectTypeRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { memoize } from '../../memoize';
import { MalformedRequest } from '../errors';
import type { WireError } from '../execution/wireError';
import { conflictCost } from './conflictCost';
import { createMeasure } from './createMeasure';
import { demandFittingLiterals } from './demandFittingLiterals';
import { demandLoneOperation } from './demandLoneOperation';
import { refuseConditionalSubscription } from './refuseConditionalSubscription';
import { refuseIntrospection } from './refuseIntrospection';
import { describeValidationErrors } from './describeValidationErrors';

/** A parsed and validated document: it can run unless `errors` says why not. */
export interface PreparedDocument {
  readonly document: DocumentNode;
  readonly operations: readonly PreparedOperation[];
  readonly errors: readonly WireError[];
}

export interface PreparedOperation {
  readonly node: OperationDefinitionNode;
  readonly depth: number;
}

const validationRules = [
  ...specifiedRules.filter((rule) => rule !== ValuesOfCorrectTypeRule && rule !== LoneAnonymousOperationRule),
  demandFittingLiterals,
  demandLoneOperation,
];
const most = { tokens: 15_000, fields: 100_000, conflictCost: 1_000_000, errors: 50, cachedCharacters: 16_384 };

/** Parses and validates queries. Results are cached by query text, except for very long queries. */
export const createPreparer = (schema: GraphQLSchema, { introspection }: { readonly introspection: boolean }) => {
  /** The validation errors of a document. */
  const faultsOf = (document: DocumentNode): readonly GraphQLError[] => {
    const conditional = refuseConditionalSubscription(document);
    // graphql-js would throw on these instead of reporting an error.
    if (conditional.length > 0) return conditional;
    return [
      ...validate(schema, document, validationRules, { maxErrors: most.errors, hideSuggestions: true }),
      ...(introspection ? [] : refuseIntrospection(document)),
    ];
  };

  const prepareNow = (query: string): PreparedDocument => {
    const document = parseQuery(query);
    const measure = createMeasure(document);
    const operations = document.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? [{ node, ...measure(node.selectionSet) }] : [],
    );
    if (operations.length === 0) throw new MalformedRequest();
    if (operations.some(({ fields }) => fields > most.fields) || conflictCost(document) > most.conflictCost) {
      throw new MalformedRequest('The GraphQL query is too complex.');
    }
    return { document, operations, errors: describeValidationErrors(document, faultsOf(document)) };
  };

  const prepare = (query: string): PreparedDocument => withoutOverflow(() => prepareNow(query));
  const prepareOnce = memoize(256, prepare);
  return (query: string): PreparedDocument =>
    query.length <= most.cachedCharacters ? prepareOnce(query) : prepare(query);
};

const parseQuery = (query: string): DocumentNode => {
  try {
    return parse(query, { maxTokens: most.tokens });
  } catch {
    throw new MalformedRequest();
  }
};

/** Reports a query that is nested too deeply for the stack as the client's mistake. */
const withoutOverflow = <Result>(work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new MalformedRequest('The GraphQL query is nested too deeply.');
    throw error;
  }
};
