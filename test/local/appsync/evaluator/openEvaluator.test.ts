import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCompiler } from '../../../../local/appsync/evaluator/compile/createCompiler';
import { EvaluatorClosed } from '../../../../local/appsync/evaluator/errors';
import { partsOfContext } from '../../../../local/appsync/contextParts';
import { openEvaluator } from '../../../../local/appsync/evaluator/openEvaluator';

const noon = Date.UTC(2026, 0, 2, 12);

const module = (request: string): string => `import { util, runtime, extensions } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
export function request(ctx) {
  ${request}
}
export function response(ctx) { return ctx.result; }`;

describe('the evaluator', async () => {
  const evaluator = await openEvaluator({
    clock: () => noon,
    deadlineMilliseconds: 400,
    entropy: () => '00112233445566778899aabbccddeeff',
  });
  afterAll(() => evaluator.close());
  const request = async (code: string, context: object = {}) =>
    (await evaluator.load(module(code))).run('request', partsOfContext(context));

  it('gives the result, the stash, the logs and the errors of a run', async () => {
    const evaluation = await request(
      `ctx.stash.a = 1; console.log('hi', { b: 2 }); util.appendError('odd', 'T'); return ctx.args.id;`,
      {
        arguments: { id: 'x' },
      },
    );

    expect(evaluation).toMatchObject({ result: '"x"', stash: '{"a":1}', logs: ['INFO - code.js:4:20: "hi" {"b":2}'] });
    expect(JSON.parse(evaluation.outErrors)).toMatchObject([{ message: 'odd', errorType: 'T' }]);
  });

  it('stops at util.error with all it was given', async () => {
    const evaluation = await request(`util.error('no', 'NOT_FOUND', { a: 1 }, [2]); return 1;`);

    expect(evaluation.result).toBeUndefined();
    expect(evaluation.error).toEqual({ message: 'no', type: 'NOT_FOUND', data: '{"a":1}', info: '[2]' });
  });

  it.each(['util.error(25)', 'util.error(true)', "util.error('no', 25)"])(
    'goes on after %s, as AppSync does',
    async (call) => {
      expect(await request(`${call}; return 1;`)).toMatchObject({ result: '1' });
    },
  );

  it.each([`util.error('no', null)`, `util.error('no', undefined)`])('stops at %s', async (call) => {
    expect((await request(`${call}; return 1;`)).error).toEqual({ message: 'no' });
  });

  it('tells an early return and where it goes', async () => {
    expect(await request(`runtime.earlyReturn({ a: 1 });`)).toMatchObject({
      result: '{"a":1}',
      earlyReturn: { skipTo: 'NEXT' },
    });
    expect(await request(`runtime.earlyReturn(null, { skipTo: 'END' });`)).toMatchObject({
      result: 'null',
      earlyReturn: { skipTo: 'END' },
    });
  });

  it.each([
    ['is returned', 'const ring = {}; ring.ring = ring; return ring;', 'The value'],
    ['is returned early', 'const ring = {}; ring.ring = ring; runtime.earlyReturn(ring);', 'The value'],
    ['is a big integer returned early', 'runtime.earlyReturn([1n]);', 'The value'],
    ['is in the stash', 'ctx.stash.ring = ctx.stash; return 1;', 'The stash'],
    ['is in an appended error', `util.appendError('a', 'b', [1n]); return 1;`, 'The data of an appended error'],
    ['is in an effect', 'extensions.setSubscriptionFilter([1n]); return 1;', 'The argument of an extension'],
  ])('fails a run when what has no JSON %s', async (_, code, what) => {
    const evaluation = await request(code);

    expect(evaluation.error?.message).toBe(`${what} cannot be converted to JSON.`);
    expect(evaluation.result).toBeUndefined();
    expect(evaluation.earlyReturn).toBeUndefined();
  });

  it('lets what a value’s toJSON does count', async () => {
    expect((await request(`runtime.earlyReturn({ toJSON: () => util.error('late', 'T') });`)).error).toEqual({
      message: 'late',
      type: 'T',
    });
    expect((await request(`return { get a() { return ctx.args.b.c; } };`)).error?.message).toBe(
      "code.js:4:40: Cannot read properties of undefined (reading 'c')",
    );
  });

  it('takes time and randomness from outside', async () => {
    const code =
      'return [util.autoId(), util.time.nowEpochMilliSeconds(), Math.random(), util.autoUlid(), util.autoKsuid()];';

    const [first, second] = [await request(code), await request(code)];

    expect(first.result).toBe(second.result);
    expect(JSON.parse(first.result ?? '').slice(0, 2)).toEqual([
      expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4/),
      noon,
    ]);
  });

  it('keeps nothing between two runs', async () => {
    const loaded = await evaluator.load(`const seen = [];
      export const request = (ctx) => { seen.push(1); return seen.length; };
      export const response = () => null;`);

    const results = [await loaded.run('request', partsOfContext({})), await loaded.run('request', partsOfContext({}))];

    expect(results.map(({ result }) => result)).toEqual(['1', '1']);
  });

  it.each([
    [
      'a loop without end',
      'const a = [..."0123456789"]; for (const b of a) for (const c of a) for (const d of a) ctx.stash.n = [b, c, d].concat(a.flatMap((x) => a.flatMap((y) => a.flatMap((z) => a.map((w) => w + x + y + z))))).length; return 1;',
    ],
    [
      'a catastrophic regular expression',
      `return util.matches('(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab');`,
    ],
  ])('stops %s at the deadline while other calls go on', async (_, code) => {
    const [endless, ...others] = await Promise.all([request(code), ...[1, 2, 3].map((n) => request(`return ${n};`))]);

    expect(endless.error?.message).toBe('Code evaluation exceeded the time limit of 400 ms.');
    expect(others.map(({ result }) => result)).toEqual(['1', '2', '3']);
  });

  it.each([
    [
      'a list that grows',
      'let a = [1]; for (const x of "0123456789".concat("0123456789012345678")) { a = a.concat(a); } return 1;',
    ],
    [
      'objects without end',
      'const a = []; a.length = 1000; a.fill(0); const b = []; a.forEach((x) => a.forEach((y) => a.forEach((z) => b.push({ x, y, z })))); return 1;',
    ],
  ])('survives %s while other calls go on', async (_, code) => {
    const [greedy, ...others] = await Promise.all([request(code), ...[1, 2, 3].map((n) => request(`return ${n};`))]);

    expect(greedy.error?.message).toMatch(
      /^Code evaluation exceeded the (memory limit of 64 MiB|time limit of 400 ms)\.$/,
    );
    expect(others.map(({ result }) => result)).toEqual(['1', '2', '3']);
  });

  it('compiles the same text once and forgets what is not asked for', async () => {
    const first = await evaluator.load(module('return 0;'));
    expect(await evaluator.load(module('return 0;'))).toBe(first);

    for (let n = 1; n <= 110; n += 1) await evaluator.load(module(`return ${n};`));

    expect((await first.run('request', partsOfContext({}))).result).toBe('0');
    expect(await evaluator.load(module('return 0;'))).not.toBe(first);
  });

  it('compiles the same text once, even if it is asked for twice at the same time, but again after a refusal', async () => {
    const { compile } = createCompiler();
    const compiled: string[] = [];
    const compiler = {
      compile: (code: string) => {
        compiled.push(code);
        return compile(code);
      },
    };
    const other = await openEvaluator({ clock: () => noon, compiler });
    onTestFinished(() => other.close());
    const [good, bad] = [module('return 1;'), module('throw 1;')];

    const [first, second] = await Promise.all([other.load(good), other.load(good)]);
    const refusals = [await other.load(bad).catch(String), await other.load(bad).catch(String)];

    expect(second).toBe(first);
    expect(refusals[1]).toBe(refusals[0]);
    expect(compiled).toEqual([good, bad, bad]);
  });

  it('is closed for good', async () => {
    const other = await openEvaluator({ clock: () => noon });
    const loaded = await other.load(module('return 1;'));
    const running = loaded.run('request', partsOfContext({}));

    await other.close();

    await expect(running).rejects.toBeInstanceOf(EvaluatorClosed);
    await expect(loaded.run('request', partsOfContext({}))).rejects.toBeInstanceOf(EvaluatorClosed);
    await expect(other.load(module('return 2;'))).rejects.toBeInstanceOf(EvaluatorClosed);
  });
});
