import { listen } from '../../local/http/listen';
import type { OpenSides } from '../row';
import { costOf, graphqlRequest, warmUp, type Asked } from './measureLoad';
import { questions } from './questions';
import { token } from './startApi';

/** A server that is open and what it is asked. */
export interface AskedServer extends Asked {
  readonly close: () => Promise<void>;
}

/** How many clients ask at once where nothing else is said. */
export const usualConnections = 16;

/** A server that does no more than read a body and send one as long as a small answer. */
export const openBareHttp = async (): Promise<AskedServer> => {
  const body = questions.constant.expected;
  const { port, close } = await listen(
    (incoming, outgoing) => {
      incoming.on('data', () => undefined);
      incoming.on('end', () => {
        outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
      });
    },
    { port: 0, host: '127.0.0.1' },
  );
  return { port, requests: [graphqlRequest(questions.constant.query, token)], expected: body, close };
};

/** A server beside such a one, both open and warm, so that a second of the one follows a second of the other. */
export const besideBareHttp =
  (open: () => Promise<AskedServer>, connections = usualConnections) =>
  async (): Promise<OpenSides> => {
    const bare = await openBareHttp();
    const server = await open();
    for (const side of [bare, server]) await warmUp(side, connections);
    return {
      floor: () => costOf(bare, connections),
      measure: () => costOf(server, connections),
      close: async () => {
        await server.close();
        await bare.close();
      },
    };
  };
