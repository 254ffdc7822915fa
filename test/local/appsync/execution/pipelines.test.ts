import { describe, expect, it } from 'vitest';
import { notebook } from '../edge/notebook';
import { startApi } from '../edge/startApi';

const head = "import { util, runtime } from '@aws-appsync/utils';";

/** A step that records its name in the stash, and whose handlers end with the given statements. */
const step = (name: string, request: string, response = 'return ctx.result;') => `${head}
export const request = (ctx) => { ctx.stash.walked = [...(ctx.stash.walked ?? []), '${name}']; ${request} };
export const response = (ctx) => { ctx.stash.walked = [...ctx.stash.walked, '${name}:response']; ${response} };`;

const resolver = (request: string, response: string) => `${head}
export const request = (ctx) => { ${request} };
export const response = (ctx) => { ${response} };`;

const pipeline = (code: string, steps: Readonly<Record<string, string>>) =>
  notebook({
    schema: 'type Query { walk: AWSJSON }',
    resolvers: { 'Query.walk': code },
    routes: { 'Query.walk': { steps: Object.keys(steps).map((name) => [name, 'none'] as const) } },
    steps,
  });

const report = 'return { prev: ctx.prev.result, result: ctx.result, walked: ctx.stash.walked };';
const walk = async (code: string, steps: Readonly<Record<string, string>>) => {
  const { ask } = await startApi(pipeline(code, steps));
  const { body } = await ask('{ walk }');
  const value: unknown = JSON.parse(Object(body.data).walk);
  return { errors: body.errors, value };
};

describe('a pipeline resolver', () => {
  it('hands each step the result of the one before, and shares the stash', async () => {
    const { value } = await walk(resolver("return { from: 'resolver' };", report), {
      one: step('one', 'return { payload: [ctx.prev.result] };'),
      two: step('two', 'return { payload: [ctx.prev.result] };'),
    });

    expect(value).toEqual({
      prev: [[{ from: 'resolver' }]],
      result: [[{ from: 'resolver' }]],
      walked: ['one', 'one:response', 'two', 'two:response'],
    });
  });

  it('gives a step’s response handler both its source’s result and what came before', async () => {
    const { value } = await walk(resolver("return 'first';", report), {
      one: step('one', "return { payload: 'mine' };", 'return [ctx.prev.result, ctx.result];'),
    });

    expect(value).toMatchObject({ prev: ['first', 'mine'] });
  });

  it('skips all steps when its own request returns early', async () => {
    const { value } = await walk(resolver('ctx.stash.walked = []; runtime.earlyReturn({ early: true });', report), {
      one: step('one', 'return { payload: 1 };'),
    });

    expect(value).toEqual({ prev: { early: true }, result: { early: true }, walked: [] });
  });

  it('skips a step’s source and response when its request returns early, and goes on', async () => {
    const { value } = await walk(resolver('return {};', report), {
      one: step('one', "runtime.earlyReturn('early');"),
      two: step('two', 'return { payload: [ctx.prev.result] };'),
    });

    expect(value).toMatchObject({ prev: ['early'], walked: ['one', 'two', 'two:response'] });
  });

  it('passes over several steps that return early, and knows what came before the next', async () => {
    const { value } = await walk(resolver('return {};', report), {
      one: step('one', "return { payload: 'one' };"),
      two: step('two', 'runtime.earlyReturn([ctx.prev.result]);'),
      three: step('three', 'runtime.earlyReturn([ctx.prev.result]);'),
      four: step('four', "return { payload: 'four' };", 'return [ctx.prev.result, ctx.result];'),
    });

    expect(value).toEqual({
      prev: [[['one']], 'four'],
      result: [[['one']], 'four'],
      walked: ['one', 'one:response', 'two', 'three', 'four', 'four:response'],
    });
  });

  it('passes over the steps between an early return and its end', async () => {
    const { value } = await walk(resolver('return {};', report), {
      one: step('one', "runtime.earlyReturn('early');"),
      two: step('two', "runtime.earlyReturn(ctx.prev.result, { skipTo: 'END' });"),
      three: step('three', 'return { payload: 1 };'),
    });

    expect(value).toEqual({ prev: 'early', result: 'early', walked: ['one', 'two'] });
  });

  it('goes straight to its response with skipTo END', async () => {
    const { value } = await walk(resolver('return {};', report), {
      one: step('one', "runtime.earlyReturn('early', { skipTo: 'END' });"),
      two: step('two', 'return { payload: 1 };'),
    });

    expect(value).toMatchObject({ prev: 'early', walked: ['one'] });
  });

  it('ends at util.error, with type, data and info', async () => {
    const { errors, value } = await walk(resolver('return {};', report), {
      one: step('one', "util.error('No such note.', 'NOT_FOUND', { id: 7 }, { hint: 'look' });"),
      two: step('two', 'return { payload: 1 };'),
    });

    expect(value).toBeNull();
    expect(errors).toEqual([
      {
        path: ['walk'],
        data: { id: 7 },
        errorType: 'NOT_FOUND',
        errorInfo: { hint: 'look' },
        locations: [{ line: 1, column: 3, sourceName: null }],
        message: 'No such note.',
      },
    ]);
  });

  it('keeps its value when errors are appended', async () => {
    const { errors, value } = await walk(resolver('return {};', 'return ctx.prev.result;'), {
      one: step('one', "util.appendError('Half done.', 'PARTIAL', [1], 'i'); return { payload: 'value' };"),
    });

    expect(value).toBe('value');
    expect(errors).toEqual([
      {
        path: ['walk'],
        data: [1],
        errorType: 'PARTIAL',
        errorInfo: 'i',
        locations: [{ line: 1, column: 3, sourceName: null }],
        message: 'Half done.',
      },
    ]);
  });
});
