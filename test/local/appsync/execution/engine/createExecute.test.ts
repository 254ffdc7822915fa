import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  Kind,
  buildSchema,
  execute,
  getIntrospectionQuery,
  isObjectType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { createExecute } from '../../../../../local/appsync/execution/engine/createExecute';

const schemaOf = (sdl: string, resolvers: Record<string, GraphQLFieldResolver<unknown, unknown>>): GraphQLSchema => {
  const schema = buildSchema(sdl);
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) field.resolve = resolvers[field.name];
  }
  return schema;
};

const run = async (schema: GraphQLSchema, query: string, variables = {}, executing = createExecute(schema)) => {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('No operation.');
  return executing({ document, operation, variables, context: undefined });
};

describe('an operation', () => {
  it('fails only when the fields beside the failed one are done', async () => {
    const done: string[] = [];
    const schema = schemaOf('type Query { slow: String failing: String! }', {
      slow: async () => {
        await setTimeout(20);
        done.push('slow');
      },
      failing: () => Promise.reject(new Error('no')),
    });

    const { data, errors } = await run(schema, '{ slow failing }');

    expect([data, errors?.map(({ message }) => message), done]).toEqual([null, ['no'], ['slow']]);
  });

  it('is planned once, but its plan keeps nothing of the first request’s variables', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc');
    const executing = createExecute(schemaOf('scalar Any type Query { echo(value: Any): Int }', { echo: () => 1 }));
    const document = parse('query ($value: Any) { echo(value: $value) }');
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('No operation.');
    const ask = async () => {
      const value = { text: 'long' };
      await executing({ document, operation, variables: { value }, context: undefined });
      return new WeakRef(value);
    };

    const first = await ask();
    await setTimeout(0); // what a WeakRef was made of stays until then
    collectGarbage();

    expect(first.deref()).toBeUndefined();
    expect((await ask()).deref()).toEqual({ text: 'long' });
  });

  it('runs the fields of a mutation one after the other', async () => {
    const seen: string[] = [];
    const write: GraphQLFieldResolver<unknown, unknown> = async (_source, { n }) => {
      seen.push(`begin ${n}`);
      await setTimeout(5);
      seen.push(`end ${n}`);
      return n;
    };
    const schema = schemaOf('type Query { n: Int } type Mutation { write(n: Int): Int }', { write });

    const { data } = await run(schema, 'mutation { a: write(n: 1) b: write(n: 2) }');

    expect(data).toEqual({ a: 1, b: 2 });
    expect(seen).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2']);
  });

  it('asks each time for the fields that its variables ask for', async () => {
    const schema = schemaOf('type Query { a: Int b: Int }', { a: () => 1, b: () => 2 });
    const document = parse('query ($isWanted: Boolean!) { a b @include(if: $isWanted) }');
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('No operation.');
    const executing = createExecute(schema);

    const answers = [true, false, true].map((isWanted) =>
      executing({ document, operation, variables: { isWanted }, context: undefined }),
    );

    expect(answers).toEqual([{ data: { a: 1, b: 2 } }, { data: { a: 1 } }, { data: { a: 1, b: 2 } }]);
  });

  it('takes __proto__ for a name like any other', async () => {
    const schema = schemaOf('type Query { a: String }', { a: () => 'value' });

    const { data } = await run(schema, '{ __proto__: a ...__proto__ } fragment __proto__ on Query { b: a }');

    expect(JSON.stringify(data)).toBe('{"__proto__":"value","b":"value"}');
  });

  it('tells of its schema what graphql-js tells', async () => {
    const schema = buildSchema(
      '"A note." type Note { id: ID! tags(first: Int = 3): [String!] } type Query { note: Note }',
    );
    const query = `${getIntrospectionQuery()} `;

    const answer = await run(schema, query);

    expect(JSON.stringify(answer)).toBe(JSON.stringify(await execute({ schema, document: parse(query) })));
  });

  it('is not run with variables that do not fit', async () => {
    const schema = schemaOf('type Query { a(n: Int!): Int }', { a: () => 1 });

    const answer = await run(schema, 'query ($n: Int!) { a(n: $n) }', { n: 'x' });

    expect(answer).not.toHaveProperty('data');
    expect(answer.errors?.[0]?.message).toMatch(/^Variable "\$n" got invalid value "x"/);
  });

  it.each([
    ['at its root', 'query ($if: Boolean = true) { a: n @include(if: $if) n }', null, undefined],
    ['within', 'query ($if: Boolean = true) { note { n @skip(if: $if) } n }', { note: null, n: 1 }, ['note']],
    ['of a mutation', 'mutation ($if: Boolean = true) { write @skip(if: $if) }', null, undefined],
  ])('fails where null decides which fields are asked for, %s', async (_where, query, data, path) => {
    const schema = schemaOf('type Query { n: Int note: Note } type Note { n: Int } type Mutation { write: Int }', {
      n: () => 1,
      note: () => ({}),
    });

    const answer = await run(schema, query, { if: null });

    expect(answer.data).toEqual(data);
    expect(answer.errors).toMatchObject([{ path, message: expect.stringContaining('must not be null') }]);
  });

  it.each([
    { text: 'a', must: 'b', count: 1, mustCount: 2, kind: 'BIG' },
    { text: null, must: 'b', mustCount: 2, kind: null },
    { text: {}, must: 'b', count: 'many', mustCount: 2, kind: 'HUGE' },
    { text: new Error('lost'), must: 'b', count: 1, mustCount: 2 },
    { must: null, mustCount: 2 },
    { must: 'b', mustCount: 'many' },
    { must: true, mustCount: 2.5 },
  ])('reads leaves off %j as graphql-js does', async (note) => {
    const schema = schemaOf(
      'type Query { note: Note } enum Kind { BIG } type Note { text: String must: String! count: Int mustCount: Int! kind: Kind }',
      { note: () => note },
    );
    const query = '{ note { text must count mustCount kind } }';
    const type = schema.getType('Note');
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    const read = (name: string) => (source: unknown) => Object(source)[name];
    const readers = new Map(
      fields.map((field) => [field, { read: read(field.name), readAnywhere: read(field.name) }] as const),
    );

    const ours = await run(schema, query, {}, createExecute(schema, readers));

    expect(JSON.parse(JSON.stringify(ours))).toEqual(
      JSON.parse(JSON.stringify(await execute({ schema, document: parse(query) }))),
    );
  });
});
