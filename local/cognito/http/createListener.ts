import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { traceOf } from '../../traceOf';
import { CognitoError } from '../errors';
import { answerError, internalError } from './answer';
import { allowAnyOrigin, answerPreflight } from './cors';
import { answerPlainJson } from './plainJson';
import type { Route } from './routes';

/** A pool's request listener: the one place where an error that a route throws becomes a response. */
export const createListener =
  (routes: ReadonlyMap<string, Route>, log: (line: string) => void): RequestListener =>
  (request, response) => {
    void dispatch(routes, request, response).catch((error: unknown) => {
      if (error instanceof CognitoError) return answerError(response, error);
      // The client hung up: there is nobody to answer, and no failure to log.
      if (request.destroyed && !request.complete) return response.destroy();
      log(`Cognito failed: ${traceOf(error)}`);
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
