import { describe, expect, it } from 'vitest';
import type { Invocation } from '../../../../local/appsync/ports';
import { createLambdaSource } from '../../../../local/appsync/sources/createLambdaSource';
import { asking, giving, notebook } from '../edge/notebook';
import { startApi } from '../edge/startApi';

const open = (invoke: (name: string, payload: unknown) => Promise<Invocation>) => {
  const logged: string[] = [];
  return { logged, source: createLambdaSource('echo', { invoke }, (line) => logged.push(line)) };
};
const echo = async (_name: string, payload: unknown): Promise<Invocation> => ({ ok: true, payload });

describe('a Lambda source', () => {
  it('gives what the function gave', async () => {
    const { source } = open(echo);

    expect(await source.call('{"operation":"Invoke","payload":{"a":[1]}}')).toEqual({ result: '{"a":[1]}' });
    expect(await source.call('{"operation":"Invoke"}')).toEqual({ result: 'null' });
  });

  it('gives only the message of what the function threw, as Lambda:Unhandled', async () => {
    const thrown = { ok: false, errorType: 'NotFound', errorMessage: 'Gone.' } as const;
    const { source } = open(async () => thrown);

    expect(await source.call('{"operation":"Invoke","payload":1}')).toEqual({
      result: 'null',
      error: { message: 'Gone.', type: 'Lambda:Unhandled' },
    });
  });

  it.each(['Invoke', 'BatchInvoke'])(
    'does not wait for an event by %s, and logs what became of it',
    async (operation) => {
      const { source, logged } = open(async () => ({ ok: false, errorMessage: 'Late.' }));

      expect(await source.call(JSON.stringify({ operation, payload: 1, invocationType: 'Event' }))).toEqual({
        result: 'null',
      });
      await Promise.resolve();

      expect(logged).toEqual(['AppSync: the event to echo failed: Late.']);
    },
  );

  it.each([
    ['null', 'The request must be an object.'],
    ['{}', "Value for field '$[operation]' not found."],
    ['{"operation":"Call"}', "Unsupported operation 'Call'."],
    ['{"operation":"Invoke","invocationType":"DryRun"}', "Unsupported invocation type 'DryRun'."],
  ])('refuses the request %s', async (request, message) => {
    const { source } = open(echo);

    await expect(source.call(request)).rejects.toMatchObject({ errorType: 'MappingTemplate', message });
  });
});

const library = (invoke: (payload: unknown) => Promise<Invocation>) => {
  const parts = notebook({
    schema: 'type Query { notes(count: Int): [Note] } type Note { id: ID author: String mood: String told: String }',
    resolvers: {
      'Query.notes': giving(
        'ctx.args.count === 7 ? [1, 2, 3, 4, 5, 6, 7].map((id) => ({ id })) : [{ id: 1 }, { id: 2 }]',
      ),
      'Note.author': asking("{ operation: 'BatchInvoke', payload: ctx.source.id }"),
      'Note.told': asking(
        "{ operation: 'BatchInvoke', payload: ctx.source.id, invocationType: ctx.source.id > 3 ? 'Event' : 'RequestResponse' }",
      ),
      'Note.mood': asking(
        "ctx.source.id === 1 ? { operation: 'Invoke', payload: 'alone' } : { operation: 'BatchInvoke', payload: 'x' }",
      ),
    },
    routes: { 'Note.author': { source: 'echo' }, 'Note.mood': { source: 'echo' }, 'Note.told': { source: 'echo' } },
  });
  const payloads: unknown[] = [];
  const functions = {
    invoke: (_name: string, payload: unknown) => {
      payloads.push(payload);
      return invoke(payload);
    },
  };
  return { payloads, serving: startApi(parts, { functions }) };
};

describe('BatchInvoke', () => {
  const authors = async (payload: unknown): Promise<Invocation> => ({
    ok: true,
    payload: Array.isArray(payload) ? payload.map((id) => `author ${id}`) : payload,
  });

  it('sends the runs of a nested field together, five at a time', async () => {
    const { payloads, serving } = library(authors);

    const { body } = await (await serving).ask('{ notes(count: 7) { author } }');

    expect(body).toEqual({
      data: { notes: [1, 2, 3, 4, 5, 6, 7].map((id) => ({ author: `author ${id}` })) },
    });
    expect(payloads).toHaveLength(2);
    expect(payloads.flat().sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('sends the runs of a pipeline’s step together, each step for itself', async () => {
    const payloads: unknown[] = [];
    const step = (payload: string) => asking(`{ operation: 'BatchInvoke', payload: ${payload} }`);
    const { ask } = await startApi(
      notebook({
        schema: 'type Query { notes: [Note] } type Note { id: ID author: String }',
        resolvers: {
          'Query.notes': giving('[1, 2, 3, 4].map((id) => ({ id }))'),
          'Note.author': 'export const request = () => ({}); export const response = (ctx) => ctx.prev.result;',
        },
        steps: {
          first: `import { runtime } from '@aws-appsync/utils';
            export const request = (ctx) => {
              if (ctx.source.id === 4) runtime.earlyReturn('early', { skipTo: 'END' });
              if (ctx.source.id === 3) runtime.earlyReturn('skipped');
              return { operation: 'BatchInvoke', payload: ctx.source.id };
            };
            export const response = (ctx) => ctx.result;`,
          second: step('ctx.prev.result'),
        },
        routes: {
          'Note.author': {
            steps: [
              ['first', 'echo'],
              ['second', 'echo'],
            ],
          },
        },
      }),
      {
        functions: {
          invoke: (_name, payload) => {
            payloads.push(payload);
            return authors(payload);
          },
        },
      },
    );

    const { body } = await ask('{ notes { author } }');

    expect(body).toEqual({
      data: {
        notes: ['author author 1', 'author author 2', 'author skipped', 'early'].map((author) => ({ author })),
      },
    });
    expect(payloads.map((list) => [list].flat().sort())).toEqual([
      [1, 2],
      ['author 1', 'author 2', 'skipped'],
    ]);
  });

  it('does not wait for runs that ask for something else', async () => {
    const { payloads, serving } = library(authors);

    const { body } = await (await serving).ask('{ notes { mood } }');

    expect(body).toEqual({ data: { notes: [{ mood: 'alone' }, { mood: 'author x' }] } });
    expect(payloads).toContainEqual(['x']);
  });

  it.each([
    ['the function fails', { ok: false, errorMessage: 'Down.' }, 'Down.'],
    [
      'the list is too short',
      { ok: true, payload: ['one'] },
      'The function must answer BatchInvoke with a list of 2 items.',
    ],
    ['the answer is no list', { ok: true, payload: 7 }, 'The function must answer BatchInvoke with a list of 2 items.'],
  ] as const)('fails every run when %s', async (_what, invocation, message) => {
    const { serving } = library(async () => invocation);

    const { body } = await (await serving).ask('{ notes { author } }');

    expect(body.data).toEqual({ notes: [{ author: null }, { author: null }] });
    expect(body.errors).toMatchObject([
      { path: ['notes', 0, 'author'], errorType: 'Lambda:Unhandled', message },
      { path: ['notes', 1, 'author'], errorType: 'Lambda:Unhandled', message },
    ]);
  });

  it('sends events together too, apart from what is waited for, and waits for none of them', async () => {
    const { payloads, serving } = library((payload) =>
      JSON.stringify(payload) === '[4,5,6,7]' ? new Promise(() => undefined) : authors(payload),
    );

    const { body } = await (await serving).ask('{ notes(count: 7) { told } }');

    expect(body).toEqual({
      data: { notes: ['author 1', 'author 2', 'author 3', null, null, null, null].map((told) => ({ told })) },
    });
    expect(payloads).toContainEqual([1, 2, 3]);
    expect(payloads).toContainEqual([4, 5, 6, 7]);
  });
});
