import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import { readBody } from '../http/readBody';
import { place } from '../place';
import { traceOf } from '../traceOf';
import { authenticate } from './authenticate';
import { dateOf } from './dateOf';
import type { Principal, Principals } from './principal';

/** A request whose body has arrived in full. */
interface SignedCall {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly requestId: string;
  /** Returns the signer, or throws SignatureRefused. */
  readonly caller: () => Principal;
  /** Aborts when the client disconnects. */
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What differs from service to service. */
interface SignedService {
  /** `SQS`; lower-case in signatures. */
  readonly name: string;
  readonly maxBodyBytes: number;
  readonly contentType: string;
  readonly run: (call: SignedCall) => Promise<Answer> | Answer;
  /** The service's response to a caller's mistake, including BodyTooLarge; undefined for any other error. */
  readonly refuse: (error: unknown, requestId: string) => Answer | undefined;
  /** The response to the twin's own failure. The cause is in the log, not in the response. */
  readonly fail: (requestId: string) => Answer;
  /** Who may call; absent: any signer, with any key. */
  readonly principals?: Principals;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

/**
 * Serves calls signed with Signature Version 4; each gets one response, whatever goes wrong. It sends no CORS headers:
 * a stranger's page must not be able to call the services on the developer's machine.
 */
export const serveSigned =
  (service: SignedService): RequestListener =>
  (request, response) => {
    const requestId = randomUUID();
    void answer(request, response, requestId, service).then(
      ({ status, headers, body = '' }) => {
        if (status === 413) response.setHeader('connection', 'close');
        response
          .writeHead(status, {
            date: dateOf(service.clock),
            'content-type': service.contentType,
            ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(body) }),
            'x-amzn-requestid': requestId,
            ...headers,
          })
          .end(body);
      },
      () => request.destroy(), // the client is gone
    );
  };

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  service: SignedService,
): Promise<Answer> => {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    const body = await readBody(request, service.maxBodyBytes);
    const caller = () =>
      authenticate(request, body, { ...service, service: service.name.toLowerCase(), region: place.region });
    return await service.run({ request, body, requestId, caller, signal: gone.signal });
  } catch (error) {
    const refusal = service.refuse(error, requestId);
    if (refusal !== undefined) return refusal;
    if (request.destroyed && !request.complete) throw error;
    service.log(`${service.name}: ${request.url ?? ''} failed: ${traceOf(error)}`);
    return service.fail(requestId);
  }
};
