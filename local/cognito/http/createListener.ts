import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { CognitoError } from '../errors';
import type { Services } from '../services';
import type { JsonWebKeySet } from '../tokens/keySet';
import { answerError, answerJson, internalError } from './answer';
import { callOperation } from './callOperation';
import { allowAnyOrigin, answerPreflight } from './cors';
import { wellKnown } from './discovery';
import { answerMailbox } from './mailbox';
import { answerPlainJson } from './plainJson';

export interface ListenerOptions {
  readonly services: Services;
  readonly keys: () => JsonWebKeySet;
  readonly log: (line: string) => void;
}

/** A pool's HTTP face: operations at `POST /`, documents at `/<poolId>/.well-known/`, the mailbox at `/mailbox`. */
export const createListener =
  (options: ListenerOptions): RequestListener =>
  (request, response) => {
    void route(options, request, response).catch((error: unknown) => {
      if (error instanceof CognitoError) return answerError(response, error);
      // Whoever hung up gets no answer, and is no failure of ours.
      if (request.destroyed && !request.complete) return response.destroy();
      options.log(`Cognito failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return answerError(response, internalError());
    });
  };

const route = async (options: ListenerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  const { services, keys } = options;
  if (path === '/mailbox' && request.method === 'GET') {
    return answerMailbox(services.mailbox, request, response);
  }
  allowAnyOrigin(response);
  if (request.method === 'OPTIONS') return answerPreflight(response);
  if (request.method === 'POST' && path === '/') return answerJson(response, await callOperation(services, request));
  const document = wellKnown(services.settings, keys, `http://${request.headers.host ?? 'localhost'}`).get(path);
  if (request.method === 'GET' && document !== undefined) {
    return answerPlainJson(response, 200, document(), { 'cache-control': 'public, max-age=86400' });
  }
  return answerPlainJson(response, 404, { message: `There is nothing at ${request.method ?? 'GET'} ${path}.` });
};
