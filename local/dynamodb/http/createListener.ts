import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';
import { BodyTooLarge } from '../../http/errors';
import { readBody } from '../../http/readBody';
import { authenticate, type Known } from '../../signatures/authenticate';
import { dateOf } from '../../signatures/dateOf';
import { authorise } from '../../signatures/authorise';
import { AccessDenied, SignatureRefused } from '../../signatures/errors';
import { wantsOf } from '../access/wantsOf';
import type { Dispatch } from '../dispatch';
import { TableError, UnreadableRequest } from '../errors';
import { bodyOf } from './errorBody';
import { operationOf } from './operationOf';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const maxBodyBytes = 16 * 1024 * 1024;

export interface ListenerOptions {
  /** Who may call, and what time it is. */
  readonly known: Known;
}

/**
 * DynamoDB's wire: POST / with the operation in `x-amz-target`, JSON in and out. There are no CORS headers: a page
 * of a stranger must not read the tables of whoever runs the twin.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
 */
export const createListener =
  (dispatch: Dispatch, { known }: ListenerOptions): RequestListener =>
  (request, response) => {
    void answer(request, { dispatch, known }).then(
      ({ status, body }) => send(response, { status, body, date: dateOf(known.clock) }),
      () => request.destroy(), // the client is gone
    );
  };

interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Tools {
  readonly dispatch: Dispatch;
  readonly known: Known;
}

const answer = async (request: IncomingMessage, { dispatch, known }: Tools): Promise<Answer> => {
  if (request.method === 'GET') return { status: 200, body: 'healthy: dynamodb.us-east-1.amazonaws.com ' }; // AWS's own
  try {
    if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) throw new BodyTooLarge(maxBodyBytes);
    const body = await readBody(request, maxBodyBytes);
    const operation = operationOf(request);
    const caller = authenticate(request, body, known);
    const input = parse(body);
    authorise(caller, wantsOf(operation, input));
    return { status: 200, body: JSON.stringify(await dispatch(operation, input)) };
  } catch (error) {
    if (error instanceof BodyTooLarge)
      return { status: 413, body: bodyOf(new TableError('RequestEntityTooLarge', error.message, 413)) };
    if (error instanceof SignatureRefused || error instanceof AccessDenied) {
      return { status: 400, body: bodyOf(new TableError(error.name, error.message)) };
    }
    if (!(error instanceof TableError)) throw error;
    return { status: error.statusCode, body: bodyOf(error) };
  }
};

const parse = (body: Buffer): unknown => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return value;
  } catch {
    throw new UnreadableRequest();
  }
};

interface Sent extends Answer {
  readonly date: string;
}

const send = (response: ServerResponse, { status, body: text, date }: Sent): void => {
  const body = Buffer.from(text);
  if (status === 413) response.setHeader('connection', 'close');
  response
    .writeHead(status, {
      date,
      'content-type': 'application/x-amz-json-1.0',
      'content-length': body.length,
      'x-amz-crc32': crc32(body),
      'x-amzn-requestid': randomBytes(20).toString('hex').toUpperCase(),
    })
    .end(body);
};
