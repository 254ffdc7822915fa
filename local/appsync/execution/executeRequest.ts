import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { PreparedDocument, PreparedOperation } from '../documents/createPreparer';
import { dropDefaultedNulls } from '../documents/dropDefaultedNulls';
import { describeVariableFault } from '../documents/describeVariableFault';
import type { JsonObject } from '../../json';
import type { Execute } from './engine/createExecute';
import { describeFieldError } from './describeFieldError';
import type { RequestState } from './requestState';
import type { WireError } from './wireError';

export interface Execution {
  readonly schema: GraphQLSchema;
  readonly execute: Execute;
  readonly prepared: PreparedDocument;
  readonly operation: PreparedOperation;
  readonly variables: JsonObject;
  readonly state: RequestState;
  readonly log: (line: string) => void;
}

/** The outcome of an operation. */
export interface Executed {
  /** The response body. */
  readonly body: string;
  /** The response's `data`. */
  readonly data: unknown;
}

/** Runs an operation. */
export const executeRequest = async (execution: Execution): Promise<Executed> => {
  const { schema, execute, prepared, operation, state } = execution;
  const variables = dropDefaultedNulls(operation.node, execution.variables);
  const result = await execute({
    document: prepared.document,
    operation: operation.node,
    variables,
    context: state,
  });
  const fault = result.data === undefined ? describeVariableFault(schema, operation.node, variables) : undefined;
  if (fault) return { body: writeBody(null, [fault]), data: null };
  const { data = null } = result;
  return { body: writeBody(data, errorsOf(result, execution)), data };
};

/** The response body as AppSync writes it: with `errors` only if there are any. */
export const writeBody = (data: unknown, errors: readonly WireError[]): string =>
  JSON.stringify(errors.length > 0 ? { data, errors } : { data });

const errorsOf = ({ errors }: ExecutionResult, { schema, state, log }: Execution): readonly WireError[] =>
  errors || state.appended.length > 0
    ? [...state.appended, ...(errors ?? []).map((error) => describeFieldError(schema, error, log))]
    : [];
