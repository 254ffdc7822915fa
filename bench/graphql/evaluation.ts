import { partsOfContext, textsOfContext } from '../../local/appsync/contextParts';
import { openEvaluator } from '../../local/appsync/evaluator/openEvaluator';
import { startPipeProcess } from '../../local/appsync/evaluator/sandbox/pipeProcess';
import { systemClock } from '../../local/clock';
import { bundleScript } from '../../tools/bundle';

const inFlight = 16;
const calls = 1_000;

const context = partsOfContext({
  arguments: { limit: 20 },
  identity: { sub: 'bench', username: 'bench', claims: { sub: 'bench', token_use: 'access' }, sourceIp: ['127.0.0.1'] },
  request: { headers: { authorization: 'x'.repeat(400), 'content-type': 'application/json' }, domainName: null },
  info: { fieldName: 'list', parentTypeName: 'Query', variables: {}, selectionSetList: ['Id'] },
});

const code = `
  import { query } from '@aws-appsync/utils/dynamodb';
  export const request = (ctx) => query({ query: { Owner: { eq: ctx.identity.sub } }, limit: ctx.args.limit });
  export const response = (ctx) => ctx.result.items;`;

/** Microseconds for evaluating a request handler, with 16 evaluations in flight. */
export const evaluateRequest = async (): Promise<number> => {
  const evaluator = await openEvaluator({ clock: systemClock });
  const handler = await evaluator.load(code);
  const cost = await perCall(async () => {
    const { error } = await handler.run('request', context);
    if (error) throw new TypeError(error.message);
  });
  await evaluator.close();
  return cost;
};

/** Microseconds for sending the same context to a bare process that echoes it. */
export const echoContext = async (): Promise<number> => {
  const echo = startPipeProcess({ text: await bundleScript('bench/graphql/echo.ts'), flags: [] });
  const cost = await perCall(() => echo.ask('echo', ...textsOfContext(context)));
  echo.kill();
  return cost;
};

const perCall = async (call: () => Promise<unknown>): Promise<number> => {
  const run = () =>
    Promise.all(
      Array.from({ length: inFlight }, async () => {
        for (let count = 0; count < calls; count += 1) await call();
      }),
    );
  await run(); // to warm up
  const start = performance.now();
  await run();
  return ((performance.now() - start) * 1_000) / (inFlight * calls);
};
