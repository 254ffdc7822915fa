import { describe, expect, it } from 'vitest';
import { giving, notebook } from '../edge/notebook';
import { startApi } from '../edge/startApi';

const tree = notebook({
  schema: 'type Query { root: Node leaf: String } type Node { name: String child: Node }',
  resolvers: {
    'Query.root': giving("({ name: 'a', child: { name: 'b', child: { name: 'c' } } })"),
    'Query.leaf': giving("'leaf'"),
  },
});
const limits = { queryDepth: 0, resolverCount: 0, introspection: true };

describe('the depth limit', () => {
  it('fails the fields beyond it and answers the rest', async () => {
    const { ask } = await startApi(tree, { limits: { ...limits, queryDepth: 3 } });

    const within = await ask('{ root { child { name } } }');
    const beyond = await ask('{ leaf root { name child { name child { name } } } }');

    expect(within.body).toEqual({ data: { root: { child: { name: 'b' } } } });
    expect(beyond.body).toMatchObject({
      data: { leaf: 'leaf', root: { name: 'a', child: { name: 'b', child: { name: null } } } },
      errors: [{ path: ['root', 'child', 'child', 'name'], errorType: 'QueryDepthLimitReached', data: null }],
    });
  });

  it('counts through fragments', async () => {
    const { ask } = await startApi(tree, { limits: { ...limits, queryDepth: 2 } });

    const { body } = await ask('{ root { ...F } } fragment F on Node { child { ... on Node { name } } }');

    expect(body.errors).toMatchObject([{ errorType: 'QueryDepthLimitReached' }]);
  });

  it('does not hold for introspection', async () => {
    const { ask } = await startApi(tree, { limits: { ...limits, queryDepth: 1 } });

    const { body } = await ask('{ __schema { queryType { fields { type { name } } } } }');

    expect(body.errors).toBeUndefined();
  });
});

describe('the resolver limit', () => {
  it('runs so many resolvers and fails those that follow', async () => {
    const { ask } = await startApi(tree, { limits: { ...limits, resolverCount: 2 } });

    const { body } = await ask('{ a: leaf b: leaf c: leaf }');

    expect(body).toMatchObject({
      data: { a: 'leaf', b: 'leaf', c: null },
      errors: [{ path: ['c'], errorType: 'ResolverExecutionLimitReached' }],
    });
  });
});

describe('code without end', () => {
  it('fails its field, and the server goes on', async () => {
    const { ask } = await startApi(
      notebook({
        schema: 'type Query { loop: String leaf: String }',
        resolvers: {
          'Query.loop': giving(`util.matches('(a+)+$', '${'a'.repeat(64)}b') ? 'x' : 'y'`),
          'Query.leaf': giving("'leaf'"),
        },
      }),
    );

    const { body } = await ask('{ loop }');

    expect(body.errors ?? body.data).toBeTruthy();
    expect((await ask('{ leaf }')).body).toEqual({ data: { leaf: 'leaf' } });
  });
});

describe('mutations', () => {
  it('run one after the other', async () => {
    const { ask } = await startApi(
      notebook({
        schema: 'type Query { leaf: String } type Mutation { say(word: String): String }',
        resolvers: {
          'Query.leaf': giving('1'),
          'Mutation.say':
            "export const request = (ctx) => ({ operation: 'Invoke', payload: ctx.args.word }); export const response = (ctx) => ctx.result;",
        },
        routes: { 'Mutation.say': { source: 'echo' } },
      }),
      {
        functions: (() => {
          const open: unknown[] = [];
          return {
            invoke: async (_name: string, payload: unknown) => {
              open.push(payload);
              await Promise.resolve();
              return { ok: true as const, payload: open.splice(0).join() };
            },
          };
        })(),
      },
    );

    const { body } = await ask('mutation { a: say(word: "a") b: say(word: "b") }');

    expect(body).toEqual({ data: { a: 'a', b: 'b' } });
  });
});
