import { randomUUID } from 'node:crypto';
import { evaluateCode } from '../../local/appsync/evaluator/evaluateCode';
import { openEvaluator } from '../../local/appsync/evaluator/openEvaluator';
import { systemClock } from '../../local/clock';
import { median } from '../measureRow';
import type { OpenSides } from '../row';
import { postRequest, type AskedServer } from './measureLoad';
import { spawnApi } from './spawnApi';

/** A resolver whose code is new to the server for every new name. */
const resolver = (name: string): string => `
  import { util } from '@aws-appsync/utils';
  import { query } from '@aws-appsync/utils/dynamodb';
  export const request = (ctx) => query({ query: { Owner: { eq: ctx.identity.sub } }, limit: ctx.args.limit });
  export const response = (ctx) => {
    if (ctx.error) util.error('${name}: ' + ctx.error.message, ctx.error.type);
    return ctx.result.items;
  };`;

const evaluation = (name: string) => ({
  code: resolver(name),
  context: JSON.stringify({ arguments: { limit: 20 }, identity: { sub: 'bench' } }),
  function: 'request',
  runtime: { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' },
});

/** EvaluateCode with code that was sent before, as in the tests of one resolver. */
export const openKnownCode = async (): Promise<AskedServer> => {
  const { port, close } = await spawnApi();
  const authorization =
    'AWS4-HMAC-SHA256 Credential=bench/20260131/us-east-1/appsync/aws4_request, SignedHeaders=host, Signature=0';
  const requests = [postRequest('/v1/dataplane-evaluatecode', authorization, evaluation('known'))];
  return { port, requests, expected: '"evaluationResult":"{', close };
};

const newCodes = 20;

/**
 * Milliseconds for the first evaluation of new code, once the checker runs; the floor is TypeScript alone on code of
 * that size.
 */
export const openNewCode = async (): Promise<OpenSides> => {
  // Imported here, since TypeScript takes half a second to load and the other rows do not need it.
  const { openProgram } = await import('../../local/appsync/evaluator/check/program');
  const evaluator = await openEvaluator({ clock: systemClock });
  const evaluate = evaluateCode(evaluator);
  return {
    floor: () =>
      medianOf(() => {
        const program = openProgram(resolver(randomUUID()));
        program.getSemanticDiagnostics(program.getSourceFiles().at(-1));
      }),
    measure: () =>
      medianOf(async () => {
        const { status, body } = await evaluate(Buffer.from(JSON.stringify(evaluation(randomUUID()))));
        if (status !== 200 || !body.includes('evaluationResult')) throw new TypeError(body);
      }),
    close: evaluator.close,
  };
};

const medianOf = async (work: () => unknown): Promise<number> => {
  const times: number[] = [];
  for (let code = 0; code < newCodes; code += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
};
