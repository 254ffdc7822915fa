import { afterAll, describe, expect, it } from 'vitest';
import { giving, notebook } from '../edge/notebook';
import { startApi } from '../edge/startApi';

const schema = `
  enum Size { S M }
  interface Thing { id: ID! }
  type Note implements Thing { id: ID! title: String author: Author size: Size pages: Int open: Boolean when: AWSDateTime extra: AWSJSON huge: Int tags: [String!] twins: [Note!] grid: [[Int]] }
  type Author { name: String! loud: String }
  union Any = Note | Author
  input In { a: Int b: Int = 2 c: [In] }
  type Query { note: Note java: String truths: [Boolean] numbers: [Int] list: [Note!]! strict: Note! thing: Thing text: String gone: Int lost: Thing wrong: Thing unknown: Thing selection(deep: Boolean): Note fails: String denied: String broken: String early: String untyped: String given(a: Int b: Int = 3 c: Int input: In): AWSJSON inherited(constructor: Int): AWSJSON seen: Thing any: Any }
`;
const note = {
  id: 1,
  title: 'T',
  author: { name: 'Ann' },
  size: 'XL',
  pages: 'many',
  open: true,
  huge: 3_000_000_000,
  when: '2026-11-22',
  extra: { a: [1] },
  tags: 'x',
  twins: [{ id: 2 }, null],
  grid: [[1], 2],
};
const serving = startApi(
  notebook({
    schema,
    resolvers: {
      'Query.note': giving(`(${JSON.stringify(note)})`),
      'Query.list': giving('({ id: 1 })'),
      'Query.strict': giving('null'),
      'Query.thing': giving("({ __typename: 'Note', id: 'n' })"),
      'Query.lost': giving("({ id: 'n' })"),
      'Query.wrong': giving("({ __typename: 'Author', id: 'n' })"),
      'Query.unknown': giving("({ __typename: 'Ghost', id: 'n' })"),
      'Query.text': giving('7'),
      'Query.truths': giving("['true', 'False', 1, false, 'yes']"),
      'Query.numbers': giving("['7', '8.0', '1.5', true]"),
      'Query.java': giving('({ statusCode: 200, body: [{ a: null }, true] })'),
      'Query.gone': giving('undefined'),
      'Query.selection': giving('({ id: ctx.info.selectionSetList.join(), title: ctx.info.selectionSetGraphQL })'),
      'Query.fails': giving("util.error('Plain.')"),
      'Query.given': giving('ctx.args'),
      'Query.inherited': giving('ctx.args'),
      'Query.seen': giving("({ __typename: 'Note', id: ctx.info.selectionSetList.join() })"),
      'Query.any': giving("({ __typename: 'Note', id: ctx.info.selectionSetList.join() })"),
      'Query.denied': giving('util.unauthorized()'),
      'Query.broken': giving('ctx.nothing.at.all'),
      'Query.early': `
        import { runtime } from '@aws-appsync/utils';
        export const request = () => runtime.earlyReturn('early');
        export const response = () => 'late';`,
      'Query.untyped': giving("util.error('M', 'T')"),
      'Author.loud': giving('`${ctx.source.name}!`'),
    },
  }),
  {},
  afterAll,
);
const ask = async (query: string, variables?: unknown) => (await (await serving).ask(query, variables)).body;
const firstError = async (query: string) => (await ask(query)).errors?.[0];

describe('a field', () => {
  it('has null for a variable without a value, in place of what was left out, also where there is a default', async () => {
    const query = 'query ($a: Int $x: Int) { given(a: $a b: $a input: { a: $a b: $a c: [{ a: $x c: null }] }) }';

    const given = { input: { c: [{ a: 1, c: null }], a: null, b: null }, a: null, b: null };
    expect(await ask(query, { x: 1 })).toEqual({ data: { given: JSON.stringify(given) } });
  });

  it('has null even if JavaScript’s objects inherit something of the argument’s name', async () => {
    expect(await ask('query ($a: Int) { inherited(constructor: $a) }')).toEqual({
      data: { inherited: '{"constructor":null}' },
    });
  });

  it('has no argument that was left out, also where the schema gives a default, which introspection does not show', async () => {
    expect(await ask('{ given(input: { a: 1 }) }')).toEqual({ data: { given: '{"input":{"a":1}}' } });
    expect(await ask('{ __type(name: "In") { inputFields { name defaultValue } } }')).toMatchObject({
      data: { __type: { inputFields: [{}, { name: 'b', defaultValue: null }, {}] } },
    });
  });

  it('reads its parent’s property when it has no resolver, and its own resolver sees the parent', async () => {
    expect(await ask('{ note { id title author { name loud } open extra } }')).toEqual({
      data: { note: { id: '1', title: 'T', author: { name: 'Ann', loud: 'Ann!' }, open: true, extra: '{"a":[1]}' } },
    });
  });

  it('is null when its resolver gives nothing', async () => {
    expect(await ask('{ gone }')).toEqual({ data: { gone: null } });
  });

  it('may be of an interface, by the value’s __typename', async () => {
    expect(await ask('{ thing { __typename id } }')).toEqual({ data: { thing: { __typename: 'Note', id: 'n' } } });
  });

  it('gets a number for a String as text', async () => {
    expect(await ask('{ text }')).toEqual({ data: { text: '7' } });
  });

  it('gets an object for a String as Java’s text', async () => {
    expect(await ask('{ java }')).toEqual({ data: { java: '{statusCode=200, body=[{a=null}, true]}' } });
  });

  it('gets the text of a truth for a Boolean as one, and any other text as false', async () => {
    expect(await ask('{ truths }')).toEqual({ data: { truths: [true, false, true, false, false] } });
  });

  it('gets the text of a number for an Int as one, and fails for a truth', async () => {
    const { data, errors } = await ask('{ numbers }');

    expect(data).toEqual({ numbers: [7, 8, null, null] });
    expect(errors?.map(({ message }) => message)).toEqual([
      "Can't serialize value (/numbers[2]) : Expected type 'Int' but was 'String'.",
      "Can't serialize value (/numbers[3]) : Expected type 'Int' but was 'Boolean'.",
    ]);
  });

  it('knows its selection, aliases and fragments resolved', async () => {
    const query = `query ($yes: Boolean!) { selection {
      id t: title author { ...A } title @include(if: $yes) } } fragment A on Author { name loud }`;

    const { data } = await ask(query.replace('selection', 'selection'), { yes: false });

    expect(data).toMatchObject({ selection: { id: 'id,t,author,author/name,author/loud' } });
    expect(Object(data).selection.t).toContain('...A');
  });

  it('knows of an interface’s selection only what is the interface’s own, and of a union’s nothing', async () => {
    const query = '{ seen { id ... on Thing { __typename } ... on Note { title } } any { ... on Note { id title } } }';

    expect(await ask(query)).toMatchObject({ data: { seen: { id: 'id,__typename' }, any: { id: '' } } });
  });

  it('is the value of an early return, without its response handler', async () => {
    expect(await ask('{ early }')).toEqual({ data: { early: 'early' } });
  });

  it('fails alone: the rest of the answer stands', async () => {
    expect((await ask('{ fails text }')).data).toEqual({ fails: null, text: '7' });
  });
});

describe('a failed field', () => {
  const locations = [{ line: 1, column: 3, sourceName: null }];

  it.each([
    ['util.error without a type', 'fails', null, 'Plain.'],
    ['util.error with a type', 'untyped', 'T', 'M'],
    ['util.unauthorized', 'denied', 'Unauthorized', 'Not Authorized to access denied on type Query'],
  ])('by %s', async (_what, field, errorType, message) => {
    expect(await firstError(`{ ${field} }`)).toEqual({
      path: [field],
      data: null,
      errorType,
      errorInfo: null,
      locations,
      message,
    });
  });

  it('by its code says where in the code', async () => {
    expect(await firstError('{ broken }')).toMatchObject({
      errorType: 'Code',
      errorInfo: null,
      message: expect.stringMatching(/^code\.js:\d+:\d+: /),
    });
  });

  // These errors come from the engine, not from a resolver: no errorType and no location.
  it.each([
    ['strict { id }', ['strict'], "Cannot return null for non-nullable type: 'Note' within parent 'Query' (/strict)"],
    [
      'note { author { name } twins { id } }',
      ['note', 'twins', 1],
      "Cannot return null for non-nullable type: 'Note' within parent 'Note' (/note/twins[1])",
    ],
    ['selection { twins { id } author { name } }', undefined, undefined],
    ['list { id }', ['list'], "Can't resolve value (/list) : type mismatch error, expected type LIST"],
    ['note { tags }', ['note', 'tags'], "Can't resolve value (/note/tags) : type mismatch error, expected type LIST"],
    [
      'note { grid }',
      ['note', 'grid', 1],
      "Can't resolve value (/note/grid[1]) : type mismatch error, expected type LIST",
    ],
    [
      'lost { id }',
      ['lost'],
      "Can't resolve '/lost'. Abstract type 'Thing' must resolve to an Object type at runtime for field 'Query.lost'. Could not determine the exact type of Thing. Missing __typename key on value.'",
    ],
    [
      'wrong { id }',
      ['wrong'],
      "Can't resolve '/wrong'. Abstract type 'Thing' must resolve to an Object type at runtime for field 'Query.wrong'. Runtime Object type 'Author' is not a possible type for 'Thing'.",
    ],
    [
      'unknown { id }',
      ['unknown'],
      "Can't resolve '/unknown'. Abstract type 'Thing' must resolve to an Object type at runtime for field 'Query.unknown'. Could not determine the exact type of 'Thing'",
    ],
    [
      'note { when }',
      ['note', 'when'],
      "Can't serialize value (/note/when) : Unable to serialize `2026-11-22` as a valid DateTime Object.",
    ],
    [
      'note { size }',
      ['note', 'size'],
      "Can't serialize value (/note/size) : Invalid input for Enum 'Size'. Unknown value 'XL'",
    ],
    [
      'note { pages }',
      ['note', 'pages'],
      "Can't serialize value (/note/pages) : Expected type 'Int' but was 'String'.",
    ],
  ])('by its value: { %s }', async (fields, path, message) => {
    expect(await firstError(`{ ${fields} }`)).toEqual(path && { path, locations: null, message });
  });

  it('by a number that is too large for its type', async () => {
    expect((await firstError('{ note { huge } }'))?.message).toBe(
      "Can't serialize value (/note/huge) : Expected type 'Int' but was 'Long'.",
    );
  });

  it('takes its parent with it when it may not be null, and a list is called null: AppSync’s oddity', async () => {
    const { ask: askThis } = await startApi(
      notebook({
        schema: 'type Query { box: Box } type Box { items: [Int!]! }',
        resolvers: { 'Query.box': giving('({})') },
      }),
    );

    const { body } = await askThis('{ box { items } }');

    expect(body).toEqual({
      data: { box: null },
      errors: [
        {
          path: ['box', 'items'],
          locations: null,
          message: "Cannot return null for non-nullable type: 'null' within parent 'Box' (/box/items)",
        },
      ],
    });
  });
});

describe('the data of an error', () => {
  it('is cut to the field’s selection, as AppSync does', async () => {
    const { ask: askThis } = await startApi(
      notebook({
        schema:
          'type Query { note: Note } type Note { id: ID author: Author secret: String } type Author { name: String }',
        resolvers: {
          'Query.note': giving(
            "util.error('Changed.', 'CONFLICT', { id: 1, secret: 's', author: { name: 'Ann', mail: 'm' } }, { secret: 'i' })",
          ),
        },
      }),
    );

    const { body } = await askThis('{ note { x: id author { ...A } } } fragment A on Author { name }');

    expect(body.errors).toMatchObject([{ data: { id: 1, author: { name: 'Ann' } }, errorInfo: { secret: 'i' } }]);
    expect(body.errors?.[0]?.data).toEqual({ id: 1, author: { name: 'Ann' } });
  });
});
