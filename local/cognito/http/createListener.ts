import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { CognitoError } from '../errors';
import { answerError, internalError } from './answer';
import { allowAnyOrigin, answerPreflight } from './cors';
import { answerPlainJson } from './plainJson';
import type { Route } from './routes';

/** A pool's HTTP face. Whatever a route throws becomes a wire answer here, and only here. */
export const createListener =
  (routes: ReadonlyMap<string, Route>, log: (line: string) => void): RequestListener =>
  (request, response) => {
    void dispatch(routes, request, response).catch((error: unknown) => {
      if (error instanceof CognitoError) return answerError(response, error);
      // Whoever hung up gets no answer, and is no failure of ours.
      if (request.destroyed && !request.complete) return response.destroy();
      log(`Cognito failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return answerError(response, internalError());
    });
  };

const dispatch = async (routes: ReadonlyMap<string, Route>, request: IncomingMessage, response: ServerResponse) => {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  const route = routes.get(`${request.method ?? 'GET'} ${path}`);
  if (route === undefined && request.method === 'OPTIONS' && isCrossOrigin(routes, path)) {
    allowAnyOrigin(response);
    return answerPreflight(response);
  }
  if (route === undefined) {
    const message = `There is nothing at ${request.method ?? 'GET'} ${path}.`;
    return answerPlainJson(response, { message }, { status: 404 });
  }
  if (route.isCrossOrigin) allowAnyOrigin(response);
  return route.answer(request, response);
};

const isCrossOrigin = (routes: ReadonlyMap<string, Route>, path: string) =>
  ['GET', 'POST'].some((method) => routes.get(`${method} ${path}`)?.isCrossOrigin);
