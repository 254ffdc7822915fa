import { onTestFinished } from 'vitest';
import { openEvaluator } from '../../../../local/appsync/evaluator/openEvaluator';
import type { ApiOptions, ApiParts } from '../../../../local/appsync/options';
import { createApi } from '../../../../local/appsync/createApi';
import { openTables } from '../../../../local/dynamodb/openTables';
import { listen } from '../../../../local/http/listen';
import { clientId, issuer, keys, now, signToken } from './signToken';

export const table = {
  name: 'Notes',
  partitionKey: { name: 'Owner', type: 'S' },
  sortKey: { name: 'Id', type: 'S' },
  timeToLiveAttribute: 'ExpiresAt',
  localIndexes: [],
  stream: false,
} as const;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: { readonly data?: unknown; readonly errors?: readonly Record<string, unknown>[] };
}

/** Serves an API with the real evaluator and tables until the test or, with `afterAll`, the file ends. */
export const startApi = async (
  parts: ApiParts,
  options: Partial<ApiOptions> = {},
  atEnd: (dispose: () => Promise<void>) => void = onTestFinished,
  port = 0,
) => {
  const clock = () => now;
  const evaluator = await openEvaluator({ clock: () => Date.now() });
  atEnd(() => evaluator.close());
  const tables = await openTables({ tables: [table], clock });
  atEnd(() => tables.close());
  const logged: string[] = [];
  const api = await createApi({
    parts,
    evaluator,
    tables,
    functions: { invoke: async (_name, payload) => ({ ok: true, payload }) },
    tableNames: { files: table.name },
    userPool: { issuer, clientId, keys: () => keys },
    limits: { queryDepth: 0, resolverCount: 0, introspection: true },
    clock,
    log: (line) => logged.push(line),
    ...options,
  });
  const listening = await listen(api.listener, { port, host: '127.0.0.1', upgrade: api.upgrade });
  atEnd(() => listening.close());
  atEnd(() => api.close());
  const url = `http://127.0.0.1:${listening.port}/graphql`;

  const send = async (init: RequestInit, path = ''): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  };
  return {
    ...api,
    url,
    port: listening.port,
    /** Stops the server, as when its process ends. */
    stop: async (): Promise<void> => {
      await api.close();
      await listening.close();
    },
    logged,
    tables,
    send,
    /** POSTs any body as the owner. */
    post: (body: string | Buffer, headers: Record<string, string> = {}) =>
      send({ method: 'POST', body, headers: { authorization: signToken(), ...headers } }),
    /** Sends a query as the owner, or with other headers. */
    ask: (query: string, variables?: unknown, headers: Record<string, string> = {}) =>
      send({
        method: 'POST',
        body: JSON.stringify({ query, variables }),
        headers: { authorization: signToken(), 'content-type': 'application/json', ...headers },
      }),
  };
};

const parse = (text: string): Answer['body'] => (text === '' ? {} : JSON.parse(text));
