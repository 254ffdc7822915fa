import { afterAll, describe, expect, it } from 'vitest';
import { giving, notebook } from '../edge/notebook';
import { startApi } from '../edge/startApi';

const serving = startApi(
  notebook({
    schema: `
      enum Size { S M }
      input NoteInput { title: String! size: Size tags: [String!] phone: AWSPhone nested: NoteInput extra: AWSJSON }
      type Query { save(input: NoteInput!, limit: Int, date: AWSDate, id: ID, ratio: Float, open: Boolean, text: String): AWSJSON }
    `,
    resolvers: { 'Query.save': giving('ctx.args') },
  }),
  {},
  afterAll,
);

const query = (types: string, args: string) => `query (${types}) { save(${args}) }`;
const input = query('$input: NoteInput!', 'input: $input');
const limit = query('$limit: Int', 'input: {title: "t"}, limit: $limit');
const other = (type: string, arg: string) => query(`$x: ${type}`, `input: {title: "t"}, ${arg}: $x`);

/** Rows marked R were recorded from AppSync. */
const rows = [
  // R: graphql/graphql-over-http#81
  [input, {}, "Variable 'input' has coerced Null value for NonNull type 'NoteInput!'"],
  [input, { input: null }, "Variable 'input' has coerced Null value for NonNull type 'NoteInput!'"],
  // R: aws-appsync-community#406, which names the variable and not the field
  [input, { input: {} }, "Variable 'input' has coerced Null value for NonNull type 'String!'"],
  [input, { input: { title: null } }, "Variable 'input' has coerced Null value for NonNull type 'String!'"],
  [input, { input: { title: 't', nested: {} } }, "Variable 'input' has coerced Null value for NonNull type 'String!'"],
  // R: amplify-flutter#822
  [
    input,
    { input: { title: 't', phone: '1110004444' } },
    "Variable 'phone' has an invalid value. Unable to parse `1110004444` as a valid phone number.",
  ],
  // R: amplify-swift#278
  [
    other('AWSDate', 'date'),
    { x: '2019-12-24T04:15:57.798Z' },
    "Variable 'x' has an invalid value. Unable to parse `2019-12-24T04:15:57.798Z` as a valid date.",
  ],
  [
    input,
    { input: { title: 't', size: 'XL' } },
    "Variable 'size' has an invalid value. Invalid input for Enum 'Size'. No value found for name 'XL'",
  ],
  [
    input,
    { input: { title: 't', size: { width: [1, null], unit: { cm: true } } } },
    "Variable 'size' has an invalid value. Invalid input for Enum 'Size'. No value found for name '{width=[1, null], unit={cm=true}}'",
  ],
  [
    input,
    { input: { title: 't', extra: '{' } },
    "Variable 'extra' has an invalid value. Unable to parse { as valid JSON.",
  ],
  // R, twice: without the marks around the value that other types have
  [
    input,
    { input: { title: 't', extra: { key1: 'hi', key2: 3, nested: { deep: true } } } },
    "Variable 'extra' has an invalid value. Unable to parse {key1=hi, key2=3, nested={deep=true}} as valid JSON.",
  ],
  [
    input,
    { input: 'text' },
    "Variable 'input' has an invalid value. Expected type 'Map' but was 'String'. Variables for input objects must be an instance of type 'Map'.",
  ],
  [
    input,
    { input: ['text'] },
    "Variable 'input' has an invalid value. Expected type 'Map' but was 'ArrayList'. Variables for input objects must be an instance of type 'Map'.",
  ],
  [limit, { limit: '1.5' }, "Variable 'limit' has an invalid value. Expected type 'Int' but was 'String'."],
  [limit, { limit: ' 1' }, "Variable 'limit' has an invalid value. Expected type 'Int' but was 'String'."],
  [limit, { limit: '2147483648' }, "Variable 'limit' has an invalid value. Expected type 'Int' but was 'String'."],
  [limit, { limit: 'x' }, "Variable 'limit' has an invalid value. Expected type 'Int' but was 'String'."],
  [limit, { limit: 1.5 }, "Variable 'limit' has an invalid value. Expected type 'Int' but was 'Double'."],
  [limit, { limit: 2 ** 31 }, "Variable 'limit' has an invalid value. Expected type 'Int' but was 'Long'."],
  [limit, { limit: -(2 ** 31) - 1 }, "Variable 'limit' has an invalid value. Expected type 'Int' but was 'Long'."],
  [limit, { limit: 2 ** 63 }, "Variable 'limit' has an invalid value. Expected type 'Int' but was 'BigInteger'."],
  [limit, { limit: { a: 1 } }, "Variable 'limit' has an invalid value. Expected type 'Int' but was 'LinkedHashMap'."],
  [other('ID', 'id'), { x: [1] }, "Variable 'x' has an invalid value. Expected type 'ID' but was 'ArrayList'."],
  [
    other('Boolean', 'open'),
    { x: [] },
    "Variable 'x' has an invalid value. Expected type 'Boolean' but was 'ArrayList'.",
  ],
  [other('Float', 'ratio'), { x: true }, "Variable 'x' has an invalid value. Expected type 'Float' but was 'Boolean'."],
] as const;

describe('a variable of the wrong type', () => {
  it.each(rows)('is refused in AppSync’s words: %s %j', async (text, variables, message) => {
    const { ask } = await serving;

    const { status, body } = await ask(text, variables);

    expect(status).toBe(200);
    expect(body).toEqual({
      data: null,
      errors: [{ path: null, locations: [{ line: 1, column: 8, sourceName: null }], message }],
    });
  });

  // R: aws-appsync-community#273, with the trailing blank and without a location
  it('is refused when it has a field too many', async () => {
    const { ask } = await serving;

    const { body } = await ask(input, { input: { title: 't', nope: 1 } });

    expect(body.errors).toEqual([
      {
        path: null,
        locations: null,
        message: "The variables input contains a field that is not defined for input object type 'NoteInput' ",
      },
    ]);
  });

  // R: aws-appsync-community#273
  it('is the only one that is told of, an unknown field before a missing one', async () => {
    const { ask } = await serving;

    const { body } = await ask(query('$input: NoteInput!, $limit: Int', 'input: $input, limit: $limit'), {
      limit: 'x',
      input: { nope: 1 },
    });

    expect(body.errors?.map(({ message }) => message)).toEqual([
      "The variables input contains a field that is not defined for input object type 'NoteInput' ",
    ]);
  });

  it('does not bring the server down with prototype names', async () => {
    const { post } = await serving;

    const { body } = await post(`{"query":${JSON.stringify(input)},"variables":{"input":{"__proto__":{"title":"t"}}}}`);

    expect(body.errors).toEqual([expect.objectContaining({ message: expect.stringContaining('not defined') })]);
  });
});

describe('a variable that hides its depth in AWSJSON', () => {
  it('fails its field where V8 has not the depth, and the server goes on', async () => {
    const { ask, logged } = await serving;
    const extra = '['.repeat(100_000) + ']'.repeat(100_000);

    const { status, body } = await ask(input, { input: { title: 't', extra } });

    expect(status).toBe(200);
    const tooDeep = [{ path: ['save'], message: 'The value is nested too deeply.' }];
    expect(body.errors ?? tooDeep).toMatchObject(tooDeep); // newer versions of V8 parse it
    expect(logged).toEqual([]);
    expect((await ask(input, { input: { title: 't' } })).body.errors).toBeUndefined();
  });
});

describe('a variable that AppSync’s engine converts', () => {
  it.each([
    ['Int', 'limit', '7', 7],
    ['Int', 'limit', '-7.0', -7],
    ['Int', 'limit', '1e3', 1000],
    ['Float', 'ratio', '1.25', 1.25],
    ['Float', 'ratio', 7, 7],
    ['Boolean', 'open', 'TRUE', true],
    ['Boolean', 'open', 'yes', false],
    ['Boolean', 'open', 0, false],
    ['Boolean', 'open', 7, true],
    ['String', 'text', 7, '7'],
    ['String', 'text', true, 'true'],
    ['String', 'text', { a: [1, 'x'] }, '{a=[1, x]}'],
    ['ID', 'id', 7, '7'],
  ])('is taken: %s %s %j', async (type, argument, given, taken) => {
    const { ask } = await serving;

    const { body } = await ask(other(type, argument), { x: given });

    expect(JSON.parse(Object(body.data).save)[argument]).toBe(taken);
  });

  it('is not converted where it is a literal', async () => {
    const { ask } = await serving;

    const { body } = await ask('{ save(input: {title: 7}) }');

    expect(body.errors?.[0]?.message).toMatch(/^Validation error of type WrongType: argument 'input.title'/);
  });
});

describe('null for a variable that has a default', () => {
  it('gives way to the default', async () => {
    const { ask } = await serving;

    const { body } = await ask('query ($x: String = "t", $y: ID) { save(input: {title: $x}, text: $x, id: $y) }', {
      x: null,
      y: null,
    });

    expect(JSON.parse(Object(body.data).save)).toEqual({ input: { title: 't' }, text: 't', id: null });
  });
});

describe('a variable of the right type', () => {
  it('reaches the resolver coerced, with AWSJSON parsed', async () => {
    const { ask } = await serving;

    const { body } = await ask(input, { input: { title: 't', extra: '{"a":[1,null]}', phone: '+12065550100' } });

    expect(JSON.parse(Object(body.data).save)).toEqual({
      input: { title: 't', extra: { a: [1, null] }, phone: '+12065550100' },
    });
  });
});
