import type { Row } from '../row';
import { openKnownCode, openNewCode } from './evaluateCode';
import { echoContext, evaluateRequest } from './evaluation';
import { askedWarm, besideBareHttp } from './inTurn';
import { memoryUnderLoad } from './memory';
import { graphqlRequest, type AskedServer } from './measureLoad';
import { questions, type Question } from './questions';
import { spawnApi } from './spawnApi';

const asking =
  ({ query, expected }: Question) =>
  async (): Promise<AskedServer> => {
    const { port, token, close } = await spawnApi();
    return { port, requests: [graphqlRequest(query, token)], expected, close };
  };

const row = (name: string, atMost: number, question: Question): Row => ({
  name,
  unit: 'us',
  open: besideBareHttp(askedWarm(asking(question))),
  goal: { of: 'ratio', atMost },
  rounds: 15,
});

/** The cost of a response with a number of clients; the floor has as many. */
const crowd = (clients: number): Row => ({
  name: `a query, ${clients} ${clients === 1 ? 'client' : 'clients'} at once`,
  unit: 'us',
  open: besideBareHttp(askedWarm(asking(questions.constant), clients), clients),
  growth: { of: 'clients', at: clients },
  rounds: 7,
});

/**
 * The GraphQL endpoint and the resolver runtime. The goals are a quarter of what appsync-local-server takes
 * (docs/benchmarks.md), as multiples of a floor of 11 us.
 */
export const graphqlRows: readonly Row[] = [
  {
    name: 'evaluating a request handler',
    unit: 'us',
    floor: echoContext,
    measure: evaluateRequest,
    goal: { of: 'figure', atMost: 42 },
  },
  { name: 'EvaluateCode over HTTP', unit: 'us', open: besideBareHttp(askedWarm(openKnownCode)), rounds: 7 },
  { name: 'EvaluateCode of a code not seen before', unit: 'ms', open: openNewCode },
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
