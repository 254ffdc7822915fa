import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { MalformedRequest, type RequestRefused } from '../errors';
import type { PlainAnswer } from '../options';
import { exposed } from './crossOrigin';

/** Sends a GraphQL response with AppSync's headers. */
export const answer = (response: ServerResponse, body: string, extra: Readonly<Record<string, string>> = {}): void => {
  send(response, 200, body, { ...extra, ...exposed });
};

/** Sends a refusal with the body of AppSync's GraphQL endpoint; the error type is also a header. */
export const refuse = (response: ServerResponse, { statusCode, errorType, message }: RequestRefused): void => {
  const body = JSON.stringify({ errors: [{ errorType, message }] });
  send(response, statusCode, body, { ...refusalHeaders(statusCode, errorType), ...exposed });
};

/** Sends a refusal with the body and exception names of AppSync's API reference; no web page may read it. */
export const refuseCall = (response: ServerResponse, refused: RequestRefused): void => {
  const { statusCode, message } = refused;
  const errorType = exceptionOf(refused);
  send(response, statusCode, JSON.stringify({ message }), refusalHeaders(statusCode, errorType));
};

const exceptionOf = (refused: RequestRefused): string => {
  if (refused.statusCode >= 500) return 'InternalFailureException';
  return refused instanceof MalformedRequest ? 'BadRequestException' : refused.errorType;
};

/** A connection cannot be reused if a body was not read to its end. */
const refusalHeaders = (statusCode: number, errorType: string): Readonly<Record<string, string>> => ({
  'x-amzn-ErrorType': errorType,
  ...((statusCode === 408 || statusCode === 413) && { connection: 'close' }),
});

/** Sends any response. Web pages of other origins cannot read it, unless its headers allow that. */
export const answerPlain = (response: ServerResponse, { status, headers, body }: PlainAnswer): void => {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'x-amzn-requestid': randomUUID(),
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
    'x-amzn-requestid': extra['x-amzn-requestid'] ?? randomUUID(),
    ...extra,
    'content-type': 'application/json;charset=UTF-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
};
