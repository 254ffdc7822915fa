import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { createAuthenticator } from './auth/authenticate';
import { assembleApi } from './assembleApi';
import { createListener } from './http/createListener';
import type { ApiOptions, ApiParts } from './options';
import type { Endpoint } from './realtime/createEndpoint';
import { createRealtime } from './realtime/createRealtime';
import { createPageTokens } from './sources/dynamodb/createPageTokens';

export interface Api {
  readonly listener: RequestListener;
  /** Handles a server's `upgrade` events: the real-time endpoint. */
  readonly upgrade: Endpoint['upgrade'];
  /**
   * Replaces schema, wiring and code as a whole; if anything is wrong, rejects with ApiRefused and keeps the old ones.
   * Connections stay open; subscriptions that the new API does not accept end.
   */
  readonly reload: (parts: ApiParts) => Promise<void>;
  /** Ends every WebSocket connection. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a GraphQL API as AppSync serves it: POST and GET /graphql, subscriptions over WebSocket at /graphql/realtime
 * and /graphql, GET /ping, and POST /v1/dataplane-evaluatecode.
 */
export const createApi = async (options: ApiOptions): Promise<Api> => {
  const log = options.log ?? (() => undefined);
  const pageTokens = createPageTokens(options.pageTokenKey ?? randomBytes(32));
  const assemble = (parts: ApiParts) => assembleApi(parts, { ...options, pageTokens, log });
  let live = await assemble(options.parts);
  let newest = 0;
  const authenticate = createAuthenticator(options);
  const realtime = createRealtime({ ...options, authenticate, api: () => live, log });
  return {
    listener: createListener({ ...options, authenticate, announce: realtime.announce, log }, () => live),
    upgrade: realtime.upgrade,
    reload: async (parts) => {
      newest += 1;
      const turn = newest;
      const assembled = await assemble(parts);
      // If two reloads overlap, the one that started last wins.
      if (turn !== newest) return;
      live = assembled;
      realtime.review();
    },
    close: realtime.close,
  };
};
