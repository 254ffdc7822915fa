import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { CognitoError } from '../errors';

/** Answers an operation in AWS's JSON protocol, which writes dates as seconds since 1970. */
export const answerJson = (response: ServerResponse, body: object): void => {
  write(response, { status: 200, text: JSON.stringify(withSeconds(body)) });
};

/** Answers a refusal; its name is in the body and in the header, which clients read first. */
export const answerError = (response: ServerResponse, error: CognitoError): void => {
  response.setHeader('x-amzn-errortype', error.name);
  // The rest of a body that is too large stays unread.
  if (error.statusCode === 413) response.setHeader('connection', 'close');
  write(response, { status: error.statusCode, text: JSON.stringify({ __type: error.name, message: error.message }) });
};

/** The answer to an internal failure; it reveals no details. */
export const internalError = () => new CognitoError('InternalErrorException', 'Something went wrong', 500);

const write = (response: ServerResponse, { status, text }: { readonly status: number; readonly text: string }) => {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
};

const withSeconds = (value: unknown): unknown => {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(withSeconds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withSeconds(member)]));
};
