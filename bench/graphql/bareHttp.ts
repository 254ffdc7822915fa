import { listen } from '../../local/http/listen';
import { graphqlRequest, type AskedServer } from './measureLoad';
import { questions } from './questions';
import { token } from './startApi';

/** A server that only reads a body and sends one of the size of a small response. */
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
