import type { IncomingHttpHeaders } from 'node:http';
import type { LiveApi } from '../assembleApi';
import type { Authenticate } from '../auth/authenticate';
import { dropDefaultedNulls } from '../documents/dropDefaultedNulls';
import { describeVariableFault } from '../documents/describeVariableFault';
import { createRequestState, type RequestFacts } from '../execution/createRequestState';
import { describeFieldError } from '../execution/describeFieldError';
import type { ApiLimits } from '../options';
import { selectionKey } from './delivery/selectionKey';
import { createMatcher } from './filters/createMatcher';
import { matchArguments } from './filters/matchArguments';
import { readFilter } from './filters/readFilter';
import { demandNoErrors, demandStillValid, readOperation, type RequestedOperation } from './readOperation';
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
  const api = current();
  const requested = readOperation(data, api, limits);
  const { query, prepared, operation } = requested;
  const facts = { caller, headers, address, variables: requested.variables, isTooDeep: false };
  const variables = dropDefaultedNulls(operation.node, requested.variables);
  const started = await resolveField({ ...requested, variables }, facts, api, log);
  // If a reload has removed part of the selection while the resolver ran, the subscription does not start.
  demandStillValid(query, api, current());
  const { info, args, filter, invalidationFilter } = started;
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
};

/**
 * Runs the field's resolver and completes its value for the selection, as for a query; resolves to what is left of it
 * for the subscription. The value itself is not sent, but rejects with StartRefused if it does not fit:
 * https://github.com/sid88in/serverless-appsync-plugin/issues/603,
 * https://github.com/awslabs/aws-mobile-appsync-sdk-ios/issues/319
 */
const resolveField = async (
  { prepared, operation, variables }: RequestedOperation,
  facts: RequestFacts,
  { schema, execute }: LiveApi,
  log: (line: string) => void,
) => {
  const state = createRequestState(facts);
  try {
    const { document } = prepared;
    const { data, errors = [] } = await execute({ document, operation: operation.node, variables, context: state });
    const fault = data === undefined ? describeVariableFault(schema, operation.node, variables) : undefined;
    demandNoErrors(fault ? [fault] : errors.map((error) => describeFieldError(schema, error, log)));
    const { info, args = {}, ...filters } = state.subscription;
    if (!info) throw new TypeError('The subscription has started without its field.');
    return { info, args, ...filters };
  } finally {
    state.deadline.clear();
  }
};
