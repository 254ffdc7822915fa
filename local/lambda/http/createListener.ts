import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Clock } from '../../clock';
import { BodyTooLarge } from '../../http/errors';
import { readBody } from '../../http/readBody';
import { place } from '../../place';
import { authenticate } from '../../signatures/authenticate';
import { dateOf } from '../../signatures/dateOf';
import { authorise } from '../../signatures/authorise';
import { AccessDenied, SignatureRefused } from '../../signatures/errors';
import type { Principals } from '../../signatures/principal';
import { LambdaError, PayloadTooLarge } from '../errors';
import { functionArn } from '../names';
import type { LocalFunctions } from '../openFunctions';
import type { Answer } from '../operations/operation';
import { routeOf } from './routes';

interface Tools {
  readonly functions: LocalFunctions;
  readonly clock: Clock;
  /** Who may call; absent: whoever signs, with any key. */
  readonly principals?: Principals | undefined;
  readonly log: (line: string) => void;
}

const maxBodyBytes = 6 * 1024 * 1024;

/**
 * Lambda's wire: REST and JSON, for the AWS SDK and CLI. There are no CORS headers: a page of a stranger must not call
 * the functions of whoever runs the twin.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html
 */
export const createListener =
  (tools: Tools): RequestListener =>
  (request, response) => {
    const requestId = randomUUID();
    void answer(request, requestId, tools).then(
      ({ headers, ...result }) =>
        send(response, requestId, { ...result, headers: { date: dateOf(tools.clock), ...headers } }),
      () => request.destroy(), // the client is gone
    );
  };

const answer = async (request: IncomingMessage, requestId: string, tools: Tools): Promise<Answer> => {
  try {
    const body = await readBody(request, maxBodyBytes);
    const caller = authenticate(request, body, { service: 'lambda', region: place.region, ...tools });
    const { action, run, name } = routeOf(request);
    authorise(caller, [{ action, resource: name === '' ? '*' : functionArn(name) }]);
    return await run({ ...tools, name, body, headers: request.headers, requestId });
  } catch (error) {
    if (error instanceof BodyTooLarge) return refusal(new PayloadTooLarge(maxBodyBytes));
    if (error instanceof LambdaError) return refusal(error);
    if (error instanceof SignatureRefused || error instanceof AccessDenied) {
      return refusal(new LambdaError(error.name, error.message, 403));
    }
    if (request.destroyed && !request.complete) throw error;
    tools.log(`Lambda: ${request.url ?? ''} failed: ${error instanceof Error ? error.stack : String(error)}`);
    return refusal(new LambdaError('ServiceException', 'Internal server error', 500, { Type: 'Service' }));
  }
};

const refusal = ({ name, message, statusCode, details }: LambdaError): Answer => ({
  status: statusCode,
  headers: { 'x-amzn-errortype': name },
  body: JSON.stringify({ ...details, Message: message, message }), // botocore reads one, the SDKs the other
});

const send = (response: ServerResponse, requestId: string, { status, headers = {}, body = '' }: Answer): void => {
  if (status === 413) response.setHeader('connection', 'close');
  response
    .writeHead(status, {
      'content-type': 'application/json',
      ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(body) }),
      'x-amzn-requestid': requestId,
      ...headers,
    })
    .end(body);
};
