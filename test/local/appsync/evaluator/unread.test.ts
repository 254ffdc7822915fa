import { afterAll, describe, expect, it } from 'vitest';
import { packMembers } from '../../../../local/appsync/contextParts';
import { openEvaluator } from '../../../../local/appsync/evaluator/openEvaluator';

// A space shows that a text was neither parsed nor written again.
const result = '{"a": 1}';
const prev = '{"b": 2}';

describe('A handler that hands on what it got', async () => {
  const evaluator = await openEvaluator({ clock: () => 0, deadlineMilliseconds: 400 });
  afterAll(() => evaluator.close());

  const respond = async (body: string, given: object = { result, prev }) => {
    const code = await evaluator.load(`import { runtime, util } from '@aws-appsync/utils';
export const request = () => null;
export function response(ctx) { ${body} }`);
    return code.run('response', { fixed: packMembers({}), stash: '{}', ...given });
  };

  it.each([
    ['return ctx.result;', result],
    ['return ctx.prev.result;', prev],
    ['if (ctx.error) util.error("no"); return ctx.result;', result],
    ['ctx.stash.a = ctx.prev; return ctx.result;', result],
    ['runtime.earlyReturn(ctx.result);', result],
    ['runtime.earlyReturn(ctx.prev.result, { skipTo: "END" });', prev],
  ])('gives it as it came: %s', async (body, expected) => {
    expect(await respond(body)).toMatchObject({ result: expected });
  });

  it.each([
    ['ctx.result.c = 3; return ctx.result;', '{"a":1,"c":3}'],
    ['ctx.prev.result.c = 3; return ctx.prev.result;', '{"b":2,"c":3}'],
    ['ctx.stash.a = ctx.result; ctx.stash.a.c = 3; return ctx.result;', '{"a":1,"c":3}'],
    ['const { prev } = ctx; prev.result = 3; return ctx.prev.result;', '3'],
    ['const f = (o) => { o.c = 3; }; runtime.earlyReturn(ctx.result, f(ctx.result));', '{"a":1,"c":3}'],
    ['const f = (o) => { o.result = 3; }; runtime.earlyReturn(ctx.prev.result, f(ctx.prev));', '{"b":2}'],
  ])('gives what it has become: %s', async (body, expected) => {
    expect(await respond(body)).toMatchObject({ result: expected });
  });

  it.each([
    ['if (true) { const ctx = { result: 4 }; return ctx.result; }', '4'],
    ['ctx = { prev: { result: 4 } }; runtime.earlyReturn(ctx.prev.result);', '4'],
    ['const give = (ctx) => runtime.earlyReturn(ctx.result); give({ result: 4 });', '4'],
  ])('means no other `ctx`: %s', async (body, expected) => {
    expect(await respond(body)).toMatchObject({ result: expected });
  });

  it('gives its code no other value than AppSync does, even by its own name', async () => {
    const code = await evaluator.load(`export const request = () => null;
export const response = function self(ctx) {
  if (ctx.stash.isInner) return ctx.result;
  ctx.stash.isInner = true;
  return Object.keys(self(ctx));
};`);

    const evaluation = await code.run('response', { fixed: packMembers({}), stash: '{}', result });

    expect(evaluation).toMatchObject({ result: '["a"]' });
  });

  it.each([
    'runtime = { earlyReturn: (value) => value }; return Object.keys(runtime.earlyReturn(ctx.result));',
    'const own = { earlyReturn: (value) => value }; return Object.keys(own.earlyReturn(ctx.result));',
    '[runtime] = [{ earlyReturn: (value) => value }]; return Object.keys(runtime.earlyReturn(ctx.result));',
  ])('gives it only to the real `runtime`: %s', async (body) => {
    expect(await respond(body)).toMatchObject({ result: '["a"]' });
  });

  it('takes no variable of its code for what the compiler puts in', async () => {
    expect(await respond('const unread$ = 3; const turns$ = 4; return ctx.result;')).toMatchObject({ result });
  });

  it('gives null for what is not there', async () => {
    expect(await respond('return ctx.result;', {})).toMatchObject({ result: 'null' });
  });

  it('fails at a previous result that is not there', async () => {
    const { error } = await respond('return ctx.prev.result;', {});

    expect(error?.message).toBe("code.js:3:49: Cannot read properties of null (reading 'result')");
  });
});
