import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { signToken } from '../edge/signToken';

export type Message = Readonly<Record<string, unknown>>;

/** A client that is just a WebSocket. */
export interface RawClient {
  readonly socket: WebSocket;
  readonly say: (message: unknown) => void;
  /** Starts a subscription as the owner, or with other headers. */
  readonly start: (id: string, query: string, more?: StartOptions) => void;
  /** Starts a subscription and waits until it is acknowledged. */
  readonly subscribe: (id: string, query: string, more?: StartOptions) => Promise<void>;
  /** The next message, ignoring `ka`. */
  readonly next: () => Promise<Message>;
  /** The messages that have arrived but have not been read. */
  readonly unread: readonly Message[];
  readonly closed: Promise<number>;
}

interface StartOptions {
  readonly variables?: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
}

interface ConnectOptions extends ClientOptions {
  readonly path?: string;
  readonly protocols?: readonly string[];
}

export const encodeHeaders = (headers: unknown, encoding: 'base64' | 'base64url' = 'base64url'): string =>
  Buffer.from(JSON.stringify(headers)).toString(encoding);

const ownersProtocols = () => [
  'graphql-ws',
  `header-${encodeHeaders({ Authorization: signToken(), host: 'localhost' })}`,
];

/** Connects without sending anything. */
export const openSocket = async (
  url: string,
  { path = '/realtime', protocols = ownersProtocols(), ...options }: ConnectOptions = {},
): Promise<RawClient> => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, [...protocols], options);
  const unread: Message[] = [];
  const waiting: ((message: Message) => void)[] = [];
  const take = (message: Message): void => {
    const waiter = waiting.shift();
    if (waiter) waiter(message);
    else unread.push(message);
  };
  socket.on('message', (data) => {
    const message: Message = JSON.parse(String(data));
    if (message.type !== 'ka') take(message);
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  const client: RawClient = {
    socket,
    unread,
    closed,
    say: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    start: (id, query, { variables = {}, headers = { Authorization: signToken() } } = {}) =>
      client.say({
        id,
        type: 'start',
        payload: { data: JSON.stringify({ query, variables }), extensions: { authorization: headers } },
      }),
    subscribe: async (id, query, more) => {
      client.start(id, query, more);
      const answer = await client.next();
      if (answer.type !== 'start_ack' || answer.id !== id) throw new TypeError(JSON.stringify(answer));
    },
    next: async () => unread.shift() ?? new Promise((resolve) => waiting.push(resolve)),
  };
  return client;
};

/** Connects and sends connection_init. */
export const connect = async (url: string, options?: ConnectOptions): Promise<RawClient> => {
  const client = await openSocket(url, options);
  client.say({ type: 'connection_init' });
  const answer = await client.next();
  if (answer.type !== 'connection_ack') throw new TypeError(JSON.stringify(answer));
  return client;
};
