import type { IncomingHttpHeaders } from 'node:http';
import { createSourceEventStream } from 'graphql';
import type { LiveApi } from '../assembleApi';
import type { Authenticate } from '../auth/authenticate';
import { chooseOperation, type PreparedDocument } from '../documents/prepareDocument';
import { describeVariableErrors } from '../documents/variableErrors';
import { RequestRefused } from '../errors';
import { createRequestState } from '../execution/createRequestState';
import { describeFieldError } from '../execution/describeFieldError';
import type { WireError } from '../execution/wireError';
import { fromBody, type GraphqlRequest } from '../http/graphqlRequest';
import type { ApiLimits } from '../options';
import { selectionKey } from './delivery/selectionKey';
import { StartRefused } from './errors';
import { createMatcher } from './filters/createMatcher';
import { matchArguments } from './filters/matchArguments';
import { readFilter } from './filters/readFilter';
import type { MessageError } from './messages';
import type { Subscription } from './subscription';

export interface StartOptions {
  readonly api: () => LiveApi;
  readonly authenticate: Authenticate;
  readonly limits: ApiLimits;
  readonly log: (line: string) => void;
}

/** A `start` message, and where it came from. */
export interface Start {
  /** `{query, variables}` as JSON text. */
  readonly data: string;
  /** The message's own credentials. */
  readonly headers: IncomingHttpHeaders;
  readonly address: string | undefined;
}

/** Checks caller and operation, then resolves the field; rejects with RequestRefused, StartRefused or FilterRefused. */
export const startSubscription = async (
  { data, headers, address }: Start,
  { api: current, authenticate, limits, log }: StartOptions,
): Promise<Subscription> => {
  // A signature covers `data`, as if it were posted to the GraphQL endpoint.
  const caller = await authenticate({ method: 'POST', url: '/graphql', headers }, Buffer.from(data));
  const { query, variables, operationName } = requestOf(data);
  const api = current();
  const prepared = preparedOf(api, query);
  const operation = chooseOperation(prepared, operationName);
  if (operation.node.operation !== 'subscription') throw unsupported(operation.node.operation);
  if (prepared.errors.length > 0) throw refusal(prepared.errors);
  const isTooDeep = limits.queryDepth > 0 && operation.depth > limits.queryDepth;
  if (isTooDeep) {
    const message = `The query is deeper than ${limits.queryDepth} levels.`;
    throw new StartRefused([{ errorType: 'QueryDepthLimitReached', message }]);
  }
  const state = createRequestState({ caller, headers, address, variables, isTooDeep });
  try {
    const stream = await createSourceEventStream({
      schema: api.schema,
      document: prepared.document,
      contextValue: state,
      variableValues: variables,
      operationName: operation.node.name?.value,
    });
    const { info, args = {}, filter, invalidationFilter } = state.subscription;
    if ('errors' in stream || !info) {
      const wrong = describeVariableErrors(api.schema, operation.node, variables);
      const errors = 'errors' in stream ? (stream.errors ?? []) : [];
      throw refusal(wrong.length > 0 ? wrong : errors.map((error) => describeFieldError(api.schema, error, log)));
    }
    // If a reload has removed part of the selection while the resolver ran, the subscription does not start.
    const stale = current() === api ? [] : preparedOf(current(), query).errors;
    if (stale.length > 0) throw refusal(stale);
    return {
      field: info.fieldName,
      caller,
      query,
      prepared,
      operation,
      variables,
      selection: selectionKey(info, caller),
      accepts: filter === undefined ? matchArguments(args) : createMatcher(readFilter(filter)),
      ...(invalidationFilter !== undefined && { isInvalidatedBy: createMatcher(readFilter(invalidationFilter)) }),
    };
  } finally {
    state.deadline.clear();
  }
};

/** A request that cannot be read is "unknown", in AppSync's words. */
const requestOf = (data: string): GraphqlRequest => {
  try {
    return fromBody(Buffer.from(data));
  } catch (error) {
    throw error instanceof RequestRefused ? unsupported('unknown') : error;
  }
};

const preparedOf = (api: LiveApi, query: string): PreparedDocument => {
  try {
    return api.prepare(query);
  } catch (error) {
    throw error instanceof RequestRefused ? unsupported('unknown') : error;
  }
};

/** AppSync's refusal of anything but a subscription. */
export const unsupported = (what: string) =>
  new StartRefused([
    { errorType: 'UnsupportedOperation', message: `${what} not supported through the realtime channel` },
  ]);

const refusal = (errors: readonly WireError[]) => new StartRefused(errors.map(toMessageError));

const toMessageError = ({ errorType, message }: WireError): MessageError =>
  errorType ? { errorType, message } : { message };
