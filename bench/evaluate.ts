import { openEvaluator } from '../local/appsync/evaluator/openEvaluator';
import { startPipeProcess } from '../local/appsync/evaluator/sandbox/pipeProcess';
import { systemClock } from '../local/clock';
import { bundleScript } from '../tools/bundle';

/**
 * One request handler, evaluated with 1 and with 16 in flight, against a floor of the same context sent to a bare
 * process that says it back. Figures of one run compare; those of two machines do not.
 */
const milliseconds = 2_000;
const context = JSON.stringify({
  arguments: { limit: 20 },
  identity: { sub: 'bench', username: 'bench', claims: { sub: 'bench', token_use: 'access' }, sourceIp: ['127.0.0.1'] },
  request: { headers: { authorization: 'x'.repeat(400), 'content-type': 'application/json' }, domainName: null },
  info: { fieldName: 'list', parentTypeName: 'Query', variables: {}, selectionSetList: ['Id'] },
});

const evaluator = await openEvaluator({ clock: systemClock });
const handler = await evaluator.load(`
  import { query } from '@aws-appsync/utils/dynamodb';
  export const request = (ctx) => query({ query: { Owner: { eq: ctx.identity.sub } }, limit: ctx.args.limit });
  export const response = (ctx) => ctx.result.items;`);
const echo = startPipeProcess({ text: await bundleScript('bench/echo.ts'), flags: [] });

const ways = {
  'a bare process, the floor': () => echo.ask('echo', context),
  'a request handler': async () => {
    const { error } = await handler.run('request', context);
    if (error) throw new TypeError(error.message);
  },
} as const;

const rateOf = async (call: () => Promise<unknown>, inFlight: number, duration: number): Promise<number> => {
  const end = performance.now() + duration;
  const counts = Array.from({ length: inFlight }, async () => {
    let count = 0;
    for (; performance.now() < end; count += 1) await call();
    return count;
  });
  const total = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  return (total * 1_000) / duration;
};

for (const inFlight of [1, 16]) {
  const rates: number[] = [];
  for (const [name, call] of Object.entries(ways)) {
    await rateOf(call, inFlight, milliseconds / 4);
    const rate = await rateOf(call, inFlight, milliseconds);
    rates.push(rate);
    const label = `${name}, ${inFlight} in flight`.padEnd(40);
    const share = (rate / (rates[0] ?? rate)).toFixed(2);
    console.log(
      `${label} ${rate.toFixed(0).padStart(7)}/s  ${(1e6 / rate).toFixed(0).padStart(5)} us  ${share} of the floor`,
    );
  }
}

echo.kill();
await evaluator.close();
