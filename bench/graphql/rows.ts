import { listen } from '../../local/http/listen';
import type { Row } from '../row';
import { echoContext, evaluateRequest } from './evaluation';
import { graphqlRequest, measureRate } from './measureRate';
import { startApi, token } from './startApi';

interface Question {
  readonly query: string;
  readonly expected: string;
}

/** Microseconds an answer, on 16 connections. */
const costOf = async (port: number, { query, expected }: Question): Promise<number> => {
  const load = { port, request: graphqlRequest(query, token), expected, connections: 16 };
  await measureRate({ ...load, milliseconds: 500 }); // to warm up
  return 1e6 / (await measureRate({ ...load, milliseconds: 1_500 }));
};

/** What reading a body and sending one as long costs. */
const bareHttp = async (): Promise<number> => {
  const body = '{"data":{"constant":"constant"}}';
  const server = await listen(
    (incoming, outgoing) => {
      incoming.on('data', () => undefined);
      incoming.on('end', () => {
        outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
      });
    },
    { port: 0, host: '127.0.0.1' },
  );
  const cost = await costOf(server.port, { query: '{ constant }', expected: body });
  await server.close();
  return cost;
};

const asking = (question: Question) => async (): Promise<number> => {
  const { port, close } = await startApi();
  const cost = await costOf(port, question);
  await close();
  return cost;
};

const row = (name: string, atMost: number, question: Question): Row => ({
  name,
  unit: 'us',
  floor: bareHttp,
  measure: asking(question),
  goal: { of: 'figure', atMost },
  rounds: 3,
});

/** The GraphQL edge and the run time under it. The goals are a quarter of what appsync-local-server takes. */
export const graphqlRows: readonly Row[] = [
  {
    name: 'evaluating a request handler',
    unit: 'us',
    floor: echoContext,
    measure: evaluateRequest,
    goal: { of: 'figure', atMost: 42 },
  },
  row('a query through a None source', 34, {
    query: '{ constant }',
    expected: '{"data":{"constant":"constant"}}',
  }),
  row('a list of 20 from DynamoDB', 152, { query: '{ list { Id title size } }', expected: '"data":{"list":[{' }),
  row('a create in DynamoDB', 123, { query: 'mutation { create { Id title } }', expected: '"data":{"create":{"Id"' }),
];
