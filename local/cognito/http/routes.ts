import type { IncomingMessage, ServerResponse } from 'node:http';
import { originOf } from '../hosted/web/request';
import type { Services } from '../services';
import type { JsonWebKeySet } from '../tokens/keySet';
import { answerJson } from './answer';
import { callOperation } from './callOperation';
import { discoveryDocument } from './discovery';
import { answerMailbox } from './mailbox';
import { answerPlainJson } from './plainJson';

/** The handler of one method and path. */
export interface Route {
  /** Whether pages of any origin may read the answer. */
  readonly isCrossOrigin: boolean;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
}

export interface RouteOptions {
  readonly services: Services;
  readonly keys: () => JsonWebKeySet;
}

/** The API, the key documents and the mailbox, by method and path. */
export const createRoutes = ({ services, keys }: RouteOptions): ReadonlyMap<string, Route> => {
  const { settings, mailbox } = services;
  const wellKnown = `/${settings.poolId}/.well-known`;
  return new Map<string, Route>([
    [
      'POST /',
      {
        isCrossOrigin: true,
        answer: async (request, response) => answerJson(response, await callOperation(services, request)),
      },
    ],
    [
      `GET ${wellKnown}/jwks.json`,
      { isCrossOrigin: true, answer: (_, response) => answerPlainJson(response, keys(), { headers: kept }) },
    ],
    [
      `GET ${wellKnown}/openid-configuration`,
      {
        isCrossOrigin: true,
        answer: (request, response) =>
          answerPlainJson(response, discoveryDocument(settings, originOf(request)), { headers: kept }),
      },
    ],
    [
      'GET /mailbox',
      { isCrossOrigin: false, answer: (request, response) => answerMailbox(mailbox, request, response) },
    ],
  ]);
};

const kept = { 'cache-control': 'public, max-age=3600' };
