import { afterAll, describe, expect, it } from 'vitest';
import { packMembers } from '../../../../local/appsync/contextParts';
import { openEvaluator } from '../../../../local/appsync/evaluator/openEvaluator';
import type { After, Link } from '../../../../local/appsync/ports';

const module = (request: string, response = 'return ctx.result;'): string => `
import { util, runtime } from '@aws-appsync/utils';
export function request(ctx) { ${request} }
export function response(ctx) { ${response} }`;

const seen = 'return { prev: ctx.prev, result: ctx.result, stash: ctx.stash, args: ctx.args };';

type Rest = readonly [code: string, after?: After, link?: Link];

describe('Handlers in one message', async () => {
  const evaluator = await openEvaluator({ clock: () => 0, deadlineMilliseconds: 400 });
  afterAll(() => evaluator.close());

  const runChain = async (first: string, ...rest: readonly Rest[]) => {
    const code = await evaluator.load(module(first));
    const followers = await Promise.all(
      rest.map(async ([text, after = 'result', link = 'prev']) => {
        const follower = await evaluator.load(module('return null;', text));
        return { code: follower, handler: 'response', after, link } as const;
      }),
    );
    return code.runChain('request', { fixed: packMembers({ arguments: '{"n":1}' }), stash: '{"a":1}' }, followers);
  };

  it('begin with the context that is given', async () => {
    const code = await evaluator.load(module(seen));
    const error = '{"message":"m","type":"T"}';
    const parts = { fixed: packMembers({ arguments: '{"n":1}' }), stash: '{"a":1}', prev: '2', result: '3', error };

    const [evaluation] = await code.runChain('request', parts, []);

    const expected = { prev: { result: 2 }, result: 3, stash: { a: 1 }, args: { n: 1 } };
    expect(JSON.parse(evaluation?.result ?? '')).toEqual(expected);
  });

  it.each<[Link, object]>([
    ['prev', { prev: { result: { payload: { p: 1 } } }, result: null }],
    ['payload', { prev: null, result: { p: 1 } }],
    ['prev and result', { prev: { result: { payload: { p: 1 } } }, result: { payload: { p: 1 } } }],
  ])('hand the first result on as "%s", with the stash that is left', async (link, expected) => {
    const [, second] = await runChain('ctx.stash.b = 2; return { payload: { p: ctx.args.n } };', [
      seen,
      'result',
      link,
    ]);

    expect(JSON.parse(second?.result ?? '')).toEqual({ ...expected, stash: { a: 1, b: 2 }, args: { n: 1 } });
  });

  it.each<[Link, string]>([
    ['prev', '{"a":1,"b":2}'],
    ['payload', '{}'],
    ['prev and result', '{}'],
  ])('tell what the one after "%s" leaves in the stash, if others may still follow', async (link, stash) => {
    const [, second] = await runChain('return 1;', ['ctx.stash.b = 2; return null;', 'result', link]);

    expect(second).toMatchObject({ result: 'null', stash });
  });

  it('take a first that returned nothing for null', async () => {
    const [, second] = await runChain('ctx.stash.b = 2;', [seen]);

    expect(JSON.parse(second?.result ?? '')).toMatchObject({ prev: { result: null } });
  });

  it.each([
    ['fails', 'util.error("no", "T");', { error: { message: 'no', type: 'T' } }],
    ['throws', 'null.x;', { error: { message: expect.stringContaining('code.js:3:') } }],
    ['returns early', 'runtime.earlyReturn({ e: 1 });', { result: '{"e":1}', earlyReturn: { skipTo: 'NEXT' } }],
  ])('leave the second out when the first %s', async (_, code, expected) => {
    const all = await runChain(code, [seen]);

    expect(all).toMatchObject([expected]);
  });

  it.each<[string, After, boolean]>([
    ['return 1;', 'NEXT', false],
    ['return 1;', 'NEXT or END', false],
    ['runtime.earlyReturn(1);', 'NEXT', true],
    ['runtime.earlyReturn(1);', 'NEXT or END', true],
    ['runtime.earlyReturn(1, { skipTo: "END" });', 'NEXT', false],
    ['runtime.earlyReturn(1, { skipTo: "END" });', 'NEXT or END', true],
  ])('after %s: one that follows %s runs: %s', async (code, after, isRun) => {
    const all = await runChain(code, [seen, after]);

    expect(all).toHaveLength(isRun ? 2 : 1);
  });

  it('leave of what is passed what it reported, and its result only where ctx.prev may still hold it', async () => {
    const report = 'util.appendError("odd"); ctx.stash.n = (ctx.stash.n ?? 0) + 1;';

    const all = await runChain(`${report} return 1;`, [`${report} return 2;`], [`${report} return 3;`], [seen]);

    expect(all.map(({ result }) => result).slice(0, 3)).toEqual([undefined, undefined, '3']);
    expect(all.map(({ outErrors }) => JSON.parse(outErrors).length)).toEqual([1, 1, 1, 0]);
    expect(JSON.parse(all[3]?.result ?? '')).toMatchObject({ prev: { result: 3 }, stash: { n: 3 } });
  });

  it('leave no result behind the last one of a pipeline', async () => {
    const all = await runChain('return 1;', ['return 2;'], [seen, 'result', 'prev and result']);

    expect(all.map(({ result }) => result).slice(0, 2)).toEqual([undefined, undefined]);
  });

  it('keep what the first reported when the second fails', async () => {
    const [first, second] = await runChain('util.appendError("odd"); return 1;', ['util.error("no");'], [seen]);

    expect(JSON.parse(first?.outErrors ?? '')).toMatchObject([{ message: 'odd' }]);
    expect(second?.error?.message).toBe('no');
  });

  it('are stopped together when the second does not end', async () => {
    const all = await runChain('return 1;', [endlessly], [seen]);

    expect(all.map(({ error }) => error?.message)).toEqual(['Code evaluation exceeded the time limit of 400 ms.']);
  });
});

/** Takes practically forever. */
const endlessly = `return util.matches('(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab');`;
