import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answerGraphql } from '../answerGraphql';
import type { LiveApi } from '../assembleApi';
import type { Authenticate } from '../auth/authenticate';
import { demandSignature } from '../auth/demandSignature';
import { isOwnName, ownNameOnly } from '../../http/isOwnName';
import { traceOf } from '../../traceOf';
import { MalformedRequest, RequestRefused } from '../errors';
import { answer, answerPlain, refuse, refuseCall } from './answer';
import { exposed, preflightHeaders } from './crossOrigin';
import { fromBody, fromQueryString } from './graphqlRequest';
import { receiveBody } from './receiveBody';
import type { ApiOptions } from '../options';
import type { Announce } from '../realtime/createAnnouncer';

const bodyLimitBytes = 1024 * 1024;

interface ListenerOptions extends Pick<ApiOptions, 'limits' | 'evaluateCode'> {
  readonly authenticate: Authenticate;
  readonly announce: Announce;
  readonly log: (line: string) => void;
}
type Endpoint = (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<void>;

/** What a path serves: an endpoint for each method, and one format for their refusals. */
interface Place {
  /** Whether pages of any origin may call it. */
  readonly isForPages: boolean;
  readonly methods: ReadonlyMap<string, Endpoint>;
  readonly refuse: (response: ServerResponse, refused: RequestRefused) => void;
}

/** Serves HTTP; every failure becomes one response, and the server keeps running. */
export const createListener = (options: ListenerOptions, api: () => LiveApi): RequestListener => {
  const places = createPlaces(options, api);
  /** Whether an AWS client calls an operation of AppSync's own API, as far as that is served. */
  const isCall = (request: IncomingMessage): boolean =>
    options.evaluateCode !== undefined && /^\/v[12]\//.test(pathOf(request));
  const serve = async (request: IncomingMessage, response: ServerResponse, place?: Place): Promise<void> => {
    if (!place) throw isCall(request) ? unsupported(request) : nothingHere();
    if (request.method === 'OPTIONS' && place.isForPages) {
      response.writeHead(200, preflightHeaders(request.headers)).end();
      return;
    }
    const endpoint = place.methods.get(request.method ?? '');
    if (!endpoint) throw new MalformedRequest(`The method ${request.method} is not supported.`, 405);
    await endpoint(request, response, await receiveBody(request, bodyLimitBytes));
  };
  return (request, response) => {
    const place = places.get(pathOf(request));
    const refusePlain = place?.refuse ?? (isCall(request) ? refuseCall : refuse);
    serve(request, response, place).catch((error: unknown) => refusePlain(response, refusalOf(error, options.log)));
  };
};

const createPlaces = (options: ListenerOptions, api: () => LiveApi): ReadonlyMap<string, Place> => {
  const { authenticate, announce, evaluateCode, limits, log } = options;
  const graphql: Endpoint = async (incoming, response, body) => {
    const caller = await authenticate(incoming, body);
    const request = incoming.method === 'GET' ? fromQueryString(queryOf(incoming)) : fromBody(body);
    const requestId = randomUUID();
    const call = { api: api(), limits, caller, incoming, requestId, request, announce, log };
    const { body: text, headers } = await answerGraphql(call);
    answer(response, text, { ...headers, 'x-amzn-requestid': requestId });
  };
  // Any key is accepted, so only `isOwnName` and the absence of CORS headers keep web pages out.
  const evaluate: Endpoint = async ({ headers: { authorization, host } }, response, body) => {
    if (!isOwnName(host)) throw new RequestRefused(403, 'AccessDeniedException', ownNameOnly);
    demandSignature(authorization);
    if (evaluateCode) answerPlain(response, await evaluateCode(body));
  };
  const realtime: Endpoint = async () => {
    throw new RequestRefused(426, 'BadRequestException', 'This endpoint speaks WebSocket.');
  };
  // Amplify Flutter takes a subscription for dead unless this answers exactly so:
  // https://github.com/aws-amplify/amplify-flutter/blob/main/packages/api/amplify_api_dart/lib/src/graphql/web_socket/blocs/web_socket_bloc.dart
  const ping: Endpoint = async (_, response) => {
    answerPlain(response, { status: 200, headers: { ...exposed, 'content-type': 'text/plain' }, body: 'healthy' });
  };
  const places: Readonly<Record<string, Place>> = {
    '/graphql': { isForPages: true, methods: new Map(Object.entries({ GET: graphql, POST: graphql })), refuse },
    '/graphql/realtime': { isForPages: true, methods: new Map([['GET', realtime]]), refuse },
    '/ping': { isForPages: true, methods: new Map([['GET', ping]]), refuse },
    ...(evaluateCode && {
      '/v1/dataplane-evaluatecode': {
        isForPages: false,
        methods: new Map([['POST', evaluate]]),
        refuse: refuseCall,
      },
    }),
  };
  return new Map(Object.entries(places));
};

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/';

const unsupported = (request: IncomingMessage): RequestRefused =>
  new RequestRefused(
    400,
    'UnsupportedOperationException',
    `The twin does not support ${request.method} ${pathOf(request)}, only EvaluateCode.`,
  );

const nothingHere = (): RequestRefused =>
  new RequestRefused(404, 'NotFoundException', 'There is nothing at this path.');

const queryOf = ({ url = '/' }: IncomingMessage): URLSearchParams =>
  new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');

/** An unexpected error is logged with its cause; the client learns no details. */
const refusalOf = (error: unknown, log: (line: string) => void): RequestRefused => {
  if (error instanceof RequestRefused) return error;
  if (error instanceof RangeError) return new MalformedRequest('The request is nested too deeply.');
  log(`AppSync: ${traceOf(error)}`);
  return new RequestRefused(500, 'InternalFailure', 'An internal failure occurred.');
};
