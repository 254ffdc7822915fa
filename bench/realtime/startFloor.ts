import { WebSocketServer } from 'ws';
import { listen } from '../../local/http/listen';
import type { EventServer } from './eventServer';

/** A plain HTTP and WebSocket server that sends the same bytes to the same sockets and does nothing else. */
export const startFloor = async (): Promise<EventServer> => {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const deliveries: (() => void)[] = [];
  const { port, close } = await listen(
    (incoming, outgoing) => {
      incoming.resume().on('end', () => {
        for (const deliver of deliveries) deliver();
        outgoing.end('{}');
      });
    },
    {
      port: 0,
      host: '127.0.0.1',
      upgrade: (request, socket, head) =>
        sockets.handleUpgrade(request, socket, head, (client) => {
          client.on('message', (id) => {
            const event = `{"id":"${String(id)}","type":"data","payload":{"data":{"onPost":{"owner":"bench","text":"Hello"}}}}`;
            deliveries.push(() => client.send(event));
            client.send('{"type":"start_ack"}');
          });
        }),
    },
  );
  return {
    port,
    protocols: ['graphql-ws'],
    start: (id) => id,
    request: { headers: {}, body: '{}' },
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      await close();
    },
  };
};
