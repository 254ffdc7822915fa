import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { OnMyFileEvent } from '../../schema/generated/amplify';
import type { OnMyFileEventSubscription, OnMyFileEventSubscriptionVariables } from '../../schema/generated/documents';
import { graphql, type Actor } from './target';

export type FileEvent = NonNullable<OnMyFileEventSubscription['onMyFileEvent']>;

/** A message of AppSync's real-time protocol. */
export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: {
    readonly data?: OnMyFileEventSubscription;
    readonly errors?: readonly { readonly errorType?: string; readonly errorCode?: number }[];
  };
}

/**
 * The URL of the API's real-time endpoint, as every client derives it from the GraphQL URL.
 * https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html
 */
export const realtimeUrl = (url: string): string => {
  const { protocol, host, pathname } = new URL(url);
  const isOfAws = /\.appsync-api\..+\.amazonaws\.com(\.cn)?$/.test(host);
  const place = isOfAws
    ? host.replace('appsync-api', 'appsync-realtime-api') + pathname
    : `${host}${pathname}/realtime`;
  return `${protocol.replace('http', 'ws')}//${place}`;
};

/** Connects as an actor and sends connection_init; resolves with the connection and the first reply. */
export const connect = async ({ token }: Actor) => {
  const authorization = { host: new URL(graphql).host, ...(token === undefined ? {} : { Authorization: token }) };
  const header = Buffer.from(JSON.stringify(authorization)).toString('base64url');
  const socket = new WebSocket(realtimeUrl(graphql), ['graphql-ws', `header-${header}`]);
  onTestFinished(() => socket.terminate());
  const messages: Message[] = [];
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  /** Waits for a message of one of these types. */
  const hear = async (...types: readonly string[]): Promise<Message> => {
    for (;;) {
      const message = messages.find(({ type }) => types.includes(type));
      if (message !== undefined) return message;
      await once(socket, 'message');
    }
  };
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  const greeting = await hear('connection_ack', 'connection_error');
  return { socket, messages, hear, greeting, authorization };
};

/** Subscribes an actor to changes of their files; returns the events in the order of arrival. */
export const subscribe = async (
  actor: Actor,
  variables: OnMyFileEventSubscriptionVariables = {},
): Promise<() => readonly FileEvent[]> => {
  const { socket, messages, hear, greeting, authorization } = await connect(actor);
  if (greeting.type !== 'connection_ack') throw new Error(JSON.stringify(greeting));
  const data = JSON.stringify({ query: OnMyFileEvent, variables });
  socket.send(JSON.stringify({ id: 'one', type: 'start', payload: { data, extensions: { authorization } } }));
  const answer = await hear('start_ack', 'error');
  if (answer.type !== 'start_ack') throw new Error(JSON.stringify(answer));
  return () => messages.flatMap(({ payload }) => payload?.data?.onMyFileEvent ?? []);
};
