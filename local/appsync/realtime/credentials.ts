import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isJsonObject } from '../../json';

/** The sub-protocol that the server speaks. */
export const protocol = 'graphql-ws';
const headerPrefix = 'header-';

/**
 * The credentials of a connecting client: headers as base64url JSON in a sub-protocol `header-…`, as base64 JSON in the
 * query parameter `header`, or as the headers of the request itself. Undefined if there are none.
 * https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html
 */
export const credentialsOf = (request: IncomingMessage): IncomingHttpHeaders | undefined => {
  const inProtocol = protocolsOf(request).find((name) => name.startsWith(headerPrefix));
  if (inProtocol !== undefined) return decode(inProtocol.slice(headerPrefix.length), 'base64url');
  const inQuery = new URL(request.url ?? '/', 'ws://localhost').searchParams.get('header');
  if (inQuery !== null) return decode(inQuery, 'base64');
  const { headers } = request;
  return headers.authorization !== undefined || headers['x-api-key'] !== undefined ? headers : undefined;
};

/** The sub-protocols that a client offers. */
export const protocolsOf = ({ headers }: IncomingMessage): readonly string[] =>
  (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Headers from JSON, with lower-case names as in Node; values that are not strings are left out. */
export const lowerCaseHeaders = (given: unknown): IncomingHttpHeaders =>
  Object.fromEntries(
    Object.entries(isJsonObject(given) ? given : {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  );

const decode = (text: string, encoding: 'base64' | 'base64url'): IncomingHttpHeaders | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, encoding).toString('utf8'));
    return isJsonObject(value) ? lowerCaseHeaders(value) : undefined;
  } catch {
    return undefined;
  }
};
