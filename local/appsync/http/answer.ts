import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { RequestRefused } from '../errors';
import type { PlainAnswer } from '../options';
import { exposed } from './crossOrigin';

/** Sends a GraphQL answer with AppSync's headers. */
export const answer = (response: ServerResponse, body: string, extra: Readonly<Record<string, string>> = {}): void => {
  send(response, 200, body, extra);
};

/** Sends a refusal: its status, its type also as a header, and AppSync's body. */
export const refuse = (response: ServerResponse, refused: RequestRefused): void => {
  const body = JSON.stringify({ errors: [{ errorType: refused.errorType, message: refused.message }] });
  const close = refused.statusCode === 408 || refused.statusCode === 413;
  send(response, refused.statusCode, body, {
    'x-amzn-ErrorType': refused.errorType,
    ...(close && { connection: 'close' }),
  });
};

/** Sends an answer that another part of the twin made. */
export const answerPlain = (response: ServerResponse, { status, headers, body }: PlainAnswer): void => {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'x-amzn-requestid': randomUUID(),
    ...exposed,
    ...headers,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
};

const send = (
  response: ServerResponse,
  status: number,
  body: string,
  extra: Readonly<Record<string, string>>,
): void => {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    ...extra,
    'content-type': 'application/json;charset=UTF-8',
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
    ...exposed,
  });
  response.end(body);
};
