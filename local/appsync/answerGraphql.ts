import type { IncomingMessage } from 'node:http';
import type { LiveApi } from './assembleApi';
import type { Caller } from './auth/caller';
import { chooseOperation } from './documents/chooseOperation';
import type { PreparedOperation } from './documents/createPreparer';
import { OperationNotSupported } from './errors';
import { createRequestState } from './execution/createRequestState';
import { executeRequest, writeBody } from './execution/executeRequest';
import type { GraphqlRequest } from './http/graphqlRequest';
import type { ApiLimits } from './options';
import type { Announce } from './realtime/createAnnouncer';

export interface GraphqlAnswer {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface GraphqlCall {
  readonly api: LiveApi;
  readonly limits: ApiLimits;
  readonly caller: Caller;
  readonly incoming: IncomingMessage;
  /** Sent to the client, and to resolvers as a request header. */
  readonly requestId: string;
  readonly request: GraphqlRequest;
  /** Publishes a mutation's result to subscribers. */
  readonly announce: Announce;
  readonly log: (line: string) => void;
}

/** Answers one GraphQL request of an authenticated caller. */
export const answerGraphql = async (call: GraphqlCall): Promise<GraphqlAnswer> => {
  const { api, limits, caller, incoming, requestId, request, log } = call;
  const prepared = api.prepare(request.query);
  if (prepared.errors.length > 0) return { body: writeBody(null, prepared.errors), headers: {} };
  const operation = chooseOperation(prepared, request.operationName);
  refuseSubscription(operation);
  const state = createRequestState({
    caller,
    headers: { ...incoming.headers, 'x-amzn-requestid': requestId },
    address: incoming.socket.remoteAddress,
    variables: request.variables,
    isTooDeep: limits.queryDepth > 0 && operation.depth > limits.queryDepth,
  });
  try {
    const { schema, execute } = api;
    const { variables } = request;
    const { data, body } = await executeRequest({ schema, execute, prepared, operation, variables, state, log });
    if (operation.node.operation === 'mutation') {
      call.announce({ api, prepared, operation, data, invalidations: state.invalidations });
    }
    return { body, headers: state.headers };
  } finally {
    state.deadline.clear();
  }
};

/** Refuses subscriptions, which only the real-time endpoint serves. */
const refuseSubscription = ({ node }: PreparedOperation): void => {
  if (node.operation !== 'subscription') return;
  throw new OperationNotSupported('Subscriptions are not supported over HTTP; use the realtime endpoint.');
};
