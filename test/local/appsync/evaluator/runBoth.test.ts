import { afterAll, describe, expect, it } from 'vitest';
import { openEvaluator } from '../../../../local/appsync/evaluator/openEvaluator';
import type { Link } from '../../../../local/appsync/ports';

const module = (request: string, response = 'return ctx.result;'): string => `
import { util, runtime } from '@aws-appsync/utils';
export function request(ctx) { ${request} }
export function response(ctx) { ${response} }`;

const seen = 'return { prev: ctx.prev, result: ctx.result, stash: ctx.stash, args: ctx.args };';

describe('Two handlers in one message', async () => {
  const evaluator = await openEvaluator({ clock: () => 0, deadlineMilliseconds: 400 });
  afterAll(() => evaluator.close());

  const runBoth = async (first: string, second: string, link: Link = 'prev') => {
    const code = await evaluator.load(module(first));
    const follower = await evaluator.load(module('return null;', second));
    const fixed = '"arguments":{"n":1}';
    return code.runBoth('request', `{${fixed},"stash":{"a":1}}`, { code: follower, handler: 'response', fixed, link });
  };

  it.each<[Link, object]>([
    ['prev', { prev: { result: { payload: { p: 1 } } }, result: null }],
    ['payload', { prev: null, result: { p: 1 } }],
    ['prev and result', { prev: { result: { payload: { p: 1 } } }, result: { payload: { p: 1 } } }],
  ])('hand the first result on as "%s", with the stash that is left', async (link, expected) => {
    const { first, second } = await runBoth('ctx.stash.b = 2; return { payload: { p: ctx.args.n } };', seen, link);

    expect(first).toMatchObject({ result: '{"payload":{"p":1}}', stash: '{"a":1,"b":2}' });
    expect(JSON.parse(second?.result ?? '')).toEqual({ ...expected, stash: { a: 1, b: 2 }, args: { n: 1 } });
  });

  it('take a first that returned nothing for null', async () => {
    const { second } = await runBoth('ctx.stash.b = 2;', seen);

    expect(JSON.parse(second?.result ?? '')).toMatchObject({ prev: { result: null } });
  });

  it.each([
    ['fails', 'util.error("no", "T");', { error: { message: 'no', type: 'T' } }],
    ['throws', 'null.x;', { error: { message: expect.stringContaining('code.js:3:') } }],
    ['returns early', 'runtime.earlyReturn({ e: 1 });', { result: '{"e":1}', earlyReturn: { skipTo: 'NEXT' } }],
  ])('leave the second out when the first %s', async (_, code, expected) => {
    const both = await runBoth(code, seen);

    expect(both.first).toMatchObject(expected);
    expect(both.second).toBeUndefined();
  });

  it('keep what the first reported when the second fails', async () => {
    const { first, second } = await runBoth('util.appendError("odd"); return 1;', 'util.error("no");');

    expect(JSON.parse(first.outErrors)).toMatchObject([{ message: 'odd' }]);
    expect(second?.error?.message).toBe('no');
  });

  it('are stopped together when the second does not end', async () => {
    const { first, second } = await runBoth('return 1;', endlessly);

    expect(first.error?.message).toBe('Code evaluation exceeded the time limit of 400 ms.');
    expect(second).toBeUndefined();
  });
});

/** Takes longer than anybody would wait. */
const endlessly = `return util.matches('(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab');`;
