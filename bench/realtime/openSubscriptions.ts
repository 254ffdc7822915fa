import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { EventServer } from './eventServer';

export interface Subscriptions {
  /** Causes an event; resolves with the milliseconds until the last subscription has received it. */
  readonly postOnce: () => Promise<number>;
  readonly close: () => void;
}

/** Opens `count` subscriptions, 100 per connection. */
export const openSubscriptions = async (server: EventServer, count: number): Promise<Subscriptions> => {
  const state: { missing: number; done: () => void } = { missing: 0, done: () => undefined };
  const sockets: WebSocket[] = [];
  for (let from = 0; from < count; from += 100) {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql/realtime`, [...server.protocols]);
    sockets.push(socket);
    await once(socket, 'open');
    for (let id = from; id < Math.min(count, from + 100); id += 1) {
      const started = nextOfType(socket, 'start_ack');
      socket.send(server.start(String(id)));
      await started;
    }
    socket.on('message', (data) => {
      if (!isOfType(data, 'data')) return;
      state.missing -= 1;
      if (state.missing === 0) state.done();
    });
  }
  return {
    postOnce: async () => {
      const delivered = new Promise<void>((resolve) => Object.assign(state, { missing: count, done: resolve }));
      const start = performance.now();
      const answered = fetch(`http://127.0.0.1:${server.port}/graphql`, { method: 'POST', ...server.request });
      await delivered;
      const elapsed = performance.now() - start;
      await (await answered).text();
      return elapsed;
    },
    close: () => sockets.forEach((socket) => socket.terminate()),
  };
};

const isOfType = (data: WebSocket.RawData, type: string): boolean => String(data).includes(`"type":"${type}"`);

const nextOfType = (socket: WebSocket, type: string): Promise<void> =>
  new Promise((resolve) => {
    const listener = (data: WebSocket.RawData): void => {
      if (!isOfType(data, type)) return;
      socket.off('message', listener);
      resolve();
    };
    socket.on('message', listener);
  });
