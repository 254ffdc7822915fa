import type { IncomingHttpHeaders } from 'node:http';
import { isJsonObject } from '../../json';
import { lowerCaseHeaders } from './credentials';

/**
 * A message from a client, in the protocol of
 * https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html
 */
export type ClientMessage =
  | { readonly type: 'connection_init' }
  | { readonly type: 'start'; readonly id: string; readonly data: string; readonly headers: IncomingHttpHeaders }
  | { readonly type: 'stop'; readonly id: string }
  | { readonly type: 'unknown' };

/**
 * Parses a message; one of any other form is `unknown`. AppSync's answer to such a message has no id, even if the message
 * has one: https://github.com/enisdenjo/graphql-ws/issues/602, https://github.com/ChilliCream/graphql-platform/issues/6468
 */
export const readMessage = (text: string): ClientMessage => {
  const message = parse(text);
  const id = typeof message.id === 'string' && message.id !== '' ? message.id : undefined;
  if (message.type === 'connection_init') return { type: 'connection_init' };
  if (message.type === 'stop' && id !== undefined) return { type: 'stop', id };
  const { data, extensions } = isJsonObject(message.payload) ? message.payload : {};
  if (message.type !== 'start' || id === undefined || typeof data !== 'string') return { type: 'unknown' };
  return {
    type: 'start',
    id,
    data,
    headers: lowerCaseHeaders(isJsonObject(extensions) ? extensions.authorization : {}),
  };
};

const parse = (text: string) => {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
};

/** One of the errors that a message carries. */
export interface MessageError {
  readonly errorType?: string;
  readonly message: string;
  readonly errorCode?: number;
}

export const acknowledged = JSON.stringify({ type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } });

export const keepAlive = JSON.stringify({ type: 'ka' });

export const started = (id: string): string => JSON.stringify({ id, type: 'start_ack' });

export const completed = (id: string): string => JSON.stringify({ id, type: 'complete' });

/** An event; subscribers with the same selection share its serialized payload. */
export const event = (id: string, payload: string): string =>
  `{"id":${JSON.stringify(id)},"type":"data","payload":${payload}}`;

/** `errors` is an object in some of AppSync's messages, a list in most. */
export const failed = (id: string | undefined, errors: readonly MessageError[] | MessageError): string =>
  JSON.stringify({ ...(id !== undefined && { id }), type: 'error', payload: { errors } });

export const connectionFailed = (error: MessageError): string =>
  JSON.stringify({ payload: { errors: [error] }, type: 'connection_error' });
