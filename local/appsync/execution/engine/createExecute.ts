import {
  BREAK,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getVariableValues,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { JsonObject } from '../../../json';
import { fragmentsOf, type Fragments } from '../../documents/fragmentsOf';
import { executeFields, executeInTurn } from './executeFields';
import { planOperation, type Readers } from './plan';
import type { Run, Selection } from './plannedField';
import { isPromise } from './promises';

export interface Execution {
  /** A document that is valid for the schema. */
  readonly document: DocumentNode;
  /** The operation of the document to run. */
  readonly operation: OperationDefinitionNode;
  readonly variables: JsonObject;
  readonly context: unknown;
  readonly rootValue?: unknown;
}

export type Execute = (execution: Execution) => ExecutionResult | Promise<ExecutionResult>;

/**
 * Runs operations of a schema with the same results as graphql-js's `execute`. Each operation is planned only once (if
 * variables do not decide its fields): which fields, of which types, completed how. Fields in progress are awaited
 * before a response fails. A field that has a reader is read by it.
 */
export const createExecute = (schema: GraphQLSchema, readers: Readers = new Map()): Execute => {
  const parted = new WeakMap<DocumentNode, Parts>();
  const planned = new WeakMap<OperationDefinitionNode, Selection>();
  return ({ document, operation, variables: given, context, rootValue }) => {
    const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
      maxErrors: 50,
    });
    if (!coerced) return { errors };
    const parts = parted.get(document) ?? partsOf(document);
    parted.set(document, parts);
    const { fragments, varies } = parts;
    const run: Run = { schema, operation, fragments, rootValue, context, variables: coerced, errors: [] };
    try {
      // A plan that is cached must not keep the variables of the request that it was made for.
      const deciding = varies ? coerced : {};
      const selection =
        planned.get(operation) ?? planOperation({ schema, operation, fragments, variables: deciding, readers });
      if (!varies) planned.set(operation, selection);
      return answer(run, selection);
    } catch (error) {
      return failed(run, error);
    }
  };
};

interface Parts {
  readonly fragments: Fragments;
  /** Whether variables decide which fields are selected. */
  readonly varies: boolean;
}

const partsOf = (document: DocumentNode): Parts => {
  const found = { varies: false };
  visit(document, {
    Directive: ({ name, arguments: [argument] = [] }) => {
      const decides = name.value === GraphQLSkipDirective.name || name.value === GraphQLIncludeDirective.name;
      if (!decides || argument?.value.kind !== Kind.VARIABLE) return undefined;
      found.varies = true;
      return BREAK;
    },
  });
  return { fragments: fragmentsOf(document), varies: found.varies };
};

const answer = (run: Run, selection: Selection): ExecutionResult | Promise<ExecutionResult> => {
  const { operation, rootValue } = run;
  const data =
    operation.operation === 'mutation'
      ? executeInTurn(run, selection, rootValue)
      : executeFields(run, selection, rootValue, undefined);
  if (!isPromise(data)) return result(run, data);
  return data.then(
    (later) => result(run, later),
    (error) => failed(run, error),
  );
};

const result = ({ errors }: Run, data: unknown): ExecutionResult => ({
  ...(errors.length > 0 && { errors }),
  data: isObject(data) ? data : null,
});

/** The result if an error was propagated to the root, since no field around it is nullable, or if planning failed. */
const failed = ({ errors }: Run, error: unknown): ExecutionResult => {
  if (!(error instanceof GraphQLError)) throw error;
  return { errors: [...errors, error], data: null };
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
