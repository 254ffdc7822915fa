import { listen } from '../../local/http/listen';
import type { Row } from '../row';
import { echoContext, evaluateRequest } from './evaluation';
import { costOf, graphqlRequest } from './measureLoad';
import { questions, type Question } from './questions';
import { memoryUnderLoad } from './memory';
import { startApi, token } from './startApi';

/** What reading a body and sending one as long costs. */
export const bareHttp = async (connections?: number): Promise<number> => {
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
  const cost = await costOf(
    {
      port: server.port,
      requests: [graphqlRequest(questions.constant.query, token)],
      expected: body,
    },
    connections,
  );
  await server.close();
  return cost;
};

const asking =
  ({ query, expected }: Question, connections?: number) =>
  async (): Promise<number> => {
    const { port, close } = await startApi();
    const cost = await costOf({ port, requests: [graphqlRequest(query, token)], expected }, connections);
    await close();
    return cost;
  };

const row = (name: string, atMost: number, question: Question): Row => ({
  name,
  unit: 'us',
  floor: () => bareHttp(),
  measure: asking(question),
  goal: { of: 'ratio', atMost },
  rounds: 3,
});

/** What an answer costs with few clients and with many; the floor has as many. */
const crowd = (clients: number): Row => ({
  name: `a query, ${clients} ${clients === 1 ? 'client' : 'clients'} at once`,
  unit: 'us',
  floor: () => bareHttp(clients),
  measure: asking(questions.constant, clients),
  growth: { of: 'clients', at: clients },
  rounds: 3,
});

/**
 * The GraphQL edge and the run time under it. The goals are a quarter of what appsync-local-server takes (docs/benchmarks.md),
 * as multiples of a floor of 11 us.
 */
export const graphqlRows: readonly Row[] = [
  {
    name: 'evaluating a request handler',
    unit: 'us',
    floor: echoContext,
    measure: evaluateRequest,
    goal: { of: 'figure', atMost: 42 },
  },
  row('a query through a None source', 3.3, questions.constant),
  row('a list of 20 from DynamoDB', 14, questions.list),
  row('a create in DynamoDB', 11, questions.create),
  {
    name: 'memory of the API under the three loads',
    unit: 'MiB',
    measure: memoryUnderLoad,
    goal: { of: 'figure', atMost: 150 },
    rounds: 3,
  },
  ...[1, 4, 64, 256].map(crowd),
];
