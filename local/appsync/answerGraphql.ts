import type { IncomingMessage } from 'node:http';
import type { LiveApi } from './assembleApi';
import type { Caller } from './auth/caller';
import { chooseOperation } from './documents/prepareDocument';
import { createDeadline } from './execution/createDeadline';
import { executeRequest, writeBody } from './execution/executeRequest';
import type { RequestState } from './execution/requestState';
import type { GraphqlRequest } from './http/graphqlRequest';
import type { ApiLimits } from './options';

/** AppSync gives a request 30 s. */
const timeLimitMs = 30_000;

export interface GraphqlAnswer {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface GraphqlCall {
  readonly api: LiveApi;
  readonly limits: ApiLimits;
  readonly caller: Caller;
  readonly incoming: IncomingMessage;
  readonly request: GraphqlRequest;
  readonly log: (line: string) => void;
}

/** Answers one GraphQL request of a caller who is known. */
export const answerGraphql = async (call: GraphqlCall): Promise<GraphqlAnswer> => {
  const { api, limits, request } = call;
  const prepared = api.prepare(request.query);
  if (prepared.errors.length > 0) return { body: writeBody(null, prepared.errors), headers: {} };
  const operation = chooseOperation(prepared, request.operationName);
  const state = stateOf(call, limits.queryDepth > 0 && operation.depth > limits.queryDepth);
  try {
    const { schema } = api;
    const text = await executeRequest({
      schema,
      prepared,
      operation,
      variables: request.variables,
      state,
      log: call.log,
    });
    return { body: text, headers: state.headers };
  } finally {
    state.deadline.clear();
  }
};

const stateOf = ({ caller, incoming, request }: GraphqlCall, isTooDeep: boolean): RequestState => ({
  caller,
  identity: caller.identity(addressOf(incoming)),
  request: JSON.stringify({ headers: incoming.headers, domainName: null }),
  variables: JSON.stringify(request.variables),
  isTooDeep,
  deadline: createDeadline(timeLimitMs),
  resolversStarted: 0,
  batches: new Map(),
  appended: [],
  headers: {},
});

/** The client's address; a socket that speaks both families writes IPv4 as `::ffff:127.0.0.1`. */
const addressOf = ({ socket }: IncomingMessage): string => (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
