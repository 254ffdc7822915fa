import { AppSyncClient, EvaluateCodeCommand, type EvaluateCodeCommandInput } from '@aws-sdk/client-appsync';
import { afterAll, describe, expect, it } from 'vitest';
import { importableModules } from '../../../../local/appsync/evaluator/compile/modules';
import { evaluateCode } from '../../../../local/appsync/evaluator/evaluateCode';
import { openEvaluator } from '../../../../local/appsync/evaluator/openEvaluator';
import { systemClock } from '../../../../local/clock';
import { listen } from '../../../../local/http/listen';
import { readBody } from '../../../../local/http/readBody';

const evaluator = await openEvaluator({ clock: systemClock, deadlineMilliseconds: 500 });
const evaluate = evaluateCode(evaluator);
const server = await listen(
  (request, response) => {
    void readBody(request, 1_000_000).then(async (bytes) => {
      const { status, headers, body } = await evaluate(bytes);
      response.writeHead(status, headers).end(body);
    });
  },
  { host: '127.0.0.1', port: 0 },
);
const client = new AppSyncClient({
  endpoint: `http://127.0.0.1:${server.port}`,
  region: 'us-east-1',
  credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
});
afterAll(async () => {
  await server.close();
  await evaluator.close();
});

const code = (request: string): string => `import { util, runtime } from '@aws-appsync/utils';
export function request(ctx) {
  ${request}
}
export function response(ctx) { return ctx.result; }
`;

const send = (input: Partial<EvaluateCodeCommandInput>) =>
  client.send(
    new EvaluateCodeCommand({
      runtime: { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' },
      code: code('return 1;'),
      context: '{}',
      function: 'request',
      ...input,
    }),
  );

describe('EvaluateCode with the AWS SDK', () => {
  it('gives result, logs, stash and appended errors', async () => {
    const answer = await send({
      code: code(
        `ctx.stash.a = ctx.args.id; console.log('This request is allowed'); util.appendError('odd'); return { b: 1 };`,
      ),
      context: JSON.stringify({ arguments: { id: 7 } }),
    });

    expect(answer).toMatchObject({
      evaluationResult: '{"b":1}',
      stash: '{"a":7}',
      logs: ['INFO - code.js:3:30: "This request is allowed"'],
    });
    expect(JSON.parse(answer.outErrors ?? '')).toMatchObject([{ message: 'odd' }]);
    expect(answer.error).toBeUndefined();
  });

  it('runs the response handler', async () => {
    expect(await send({ function: 'response', context: '{"result":[1]}' })).toMatchObject({ evaluationResult: '[1]' });
  });

  it.each([
    ['util.error with its message alone', `util.error('foo', 'T', {});`, 'foo'],
    ['util.unauthorized', 'util.unauthorized();', 'Unauthorized'],
    [
      'misuse of a function with its place',
      `return util.base64Decode('%');`,
      'code.js:3:10: Input is not valid base64.',
    ],
    [
      'a failing expression with its place',
      'return ctx.args.a.b;',
      `code.js:3:21: Cannot read properties of undefined (reading 'b')`,
    ],
    ['a function that is not there', 'return ctx.args.f();', 'code.js:3:10: ctx.args.f is not a function'],
  ])('tells %s', async (_, body, message) => {
    const { error, evaluationResult } = await send({ code: code(body) });

    expect(error).toEqual({ message });
    expect(evaluationResult).toBeUndefined();
  });

  it('takes an early return for the result', async () => {
    expect(await send({ code: code(`runtime.earlyReturn({ a: 1 });`) })).toMatchObject({ evaluationResult: '{"a":1}' });
  });

  it('hides the selection set of info from JSON', async () => {
    const info = { fieldName: 'f', selectionSetList: ['a'], selectionSetGraphQL: '{ a }' };
    const text = code('return [ctx.info, ctx.info.selectionSetList, ctx.info.selectionSetGraphQL];');

    const { evaluationResult } = await send({ code: text, context: JSON.stringify({ info }) });

    expect(JSON.parse(evaluationResult ?? '')).toEqual([{ fieldName: 'f' }, ['a'], '{ a }']);
  });

  it('takes a context of 28,000 characters and code of 32,768', async () => {
    const id = 'x'.repeat(28_000 - '{"arguments":{"id":""}}'.length);
    const text = code('return ctx.args.id.length;');

    const { evaluationResult } = await send({
      code: text + ' '.repeat(32_768 - text.length),
      context: JSON.stringify({ arguments: { id } }),
    });

    expect(evaluationResult).toBe(String(id.length));
  });
});

describe('code that the service refuses', () => {
  const codeErrorsOf = async (text: string) => (await send({ code: text })).error?.codeErrors;

  it.each([
    [
      'a regular expression',
      `return 'a'.replace(/a/, 'b');`,
      'no-regex: Regex literals are not supported.',
      [3, 22, 3],
    ],
    ['throw', `throw 'x';`, 'no-throw: Throw statements are not supported. Use util.error().', [3, 3, 10]],
    ['while', 'while (true) {}', 'no-while: While statements are not supported.', [3, 3, 15]],
    ['try', 'try { return 1; } finally {}', 'no-try: Try statements are not supported.', [3, 3, 28]],
    ['++', 'let a = 1; a++; return a;', 'no-disallowed-unary-operators: The operator ++ is not supported', [3, 14, 3]],
    [
      '??=',
      'ctx.stash.a ??= 1; return 1;',
      'no-disallowed-assignment-operators: The operator ??= is not supported',
      [3, 3, 17],
    ],
    ['in', `return 'a' in ctx;`, 'no-in-operator: in operator is not supported. Use Object.hasOwn().', [3, 10, 10]],
    ['import()', `return import('fs');`, 'no-import: Dynamic imports are not supported.', [3, 10, 12]],
    [
      'recursion',
      'return request(ctx);',
      'no-recursion: Recursive function calls not supported. Detected cycle in request <-request',
      [3, 10, 12],
    ],
    [
      'a comparator',
      'return [2, 1].sort((a, b) => a - b);',
      'no-function-passing: Functions can not be passed as an argument',
      [3, 10, 28],
    ],
    [
      'a missing method',
      `return 'a'.padStart(2);`,
      'no-disallowed-methods: Method String.padStart is not implemented',
      [3, 10, 15],
    ],
    [
      'a new ctx.args',
      'ctx.args = {}; return 1;',
      'no-disallowed-re-assignment: ctx is readonly. Adding/Updating args is not supported.',
      [3, 3, 8],
    ],
  ])('names %s and its place', async (_, body, message, [line, column, span]) => {
    expect(await codeErrorsOf(code(body))).toEqual([
      {
        errorType: 'LINT_ERROR',
        value: `code.js(${line},${column}): error @aws-appsync/${message}`,
        location: { line, column, span },
      },
    ]);
  });

  it.each([
    ['TS2339', 'return util.toJson({});', `error TS2339: Property 'toJson' does not exist on type 'Util'.`, [3, 15, 6]],
    [
      'TS2551',
      'return util.autoID();',
      `error TS2551: Property 'autoID' does not exist on type 'Util'. Did you mean 'autoId'?`,
      [3, 15, 6],
    ],
    [
      'TS2556',
      'const all = ["no", "T"]; util.appendError(...all);',
      'error TS2556: A spread argument must either have a tuple type or be passed to a rest parameter.',
      [3, 45, 6],
    ],
    [
      'TS2741',
      'let key = { eq: "a" }; key = { between: ["b", "c"] }; return key;',
      `error TS2741: Property 'eq' is missing in type '{ between: string[]; }' but required in type '{ eq: string; }'.`,
      [3, 26, 3],
    ],
    [
      'TS1117',
      'return { a: 1, a: 2 };',
      'error TS1117: An object literal cannot have multiple properties with the same name.',
      [3, 18, 1],
    ],
    [
      'TS2538',
      "const rows = [['a', [1]]]; return ctx.args[rows[0][0]];",
      `error TS2538: Type 'number[]' cannot be used as an index type.`,
      [3, 46, 10],
    ],
    [
      'TS18004',
      'return { limit: 20, nextToken };',
      "error TS18004: No value exists in scope for the shorthand property 'nextToken'. Either declare one or provide an initializer.",
      [3, 23, 9],
    ],
    [
      'TS2554 of its own function',
      'const owns = () => true; return owns(util.autoId());',
      'error TS2554: Expected 0 arguments, but got 1.',
      [3, 40, 13],
    ],
    [
      'TS2345 of its own function',
      'const twice = (text = "") => text + text; return twice(util.time.nowEpochSeconds());',
      `error TS2345: Argument of type 'number' is not assignable to parameter of type 'string'.`,
      [3, 58, 27],
    ],
    [
      'TS2345 of a method',
      'const list = [1]; list.push(util.autoId()); return list;',
      `error TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.`,
      [3, 31, 13],
    ],
    ['TS1005', 'return {', `error TS1005: '}' expected.`, [6, 1, 0]],
  ])('reports %s as a parse error', async (_, body, message, [line, column, span]) => {
    const errors = await codeErrorsOf(code(body));

    expect(errors?.[0]).toEqual({
      errorType: 'PARSE_ERROR',
      value: `code.js(${line},${column}): ${message}\n`,
      location: { line, column, span },
    });
  });

  it.each([
    ['Number', 'Number(ctx.args.a)'],
    ['String', 'String(1)'],
    ['parseInt', "parseInt('7', 10)"],
    ['encodeURIComponent', "encodeURIComponent('7')"],
    ['abs', 'Math.abs(-1)'],
    ['from', 'Array.from([])'],
    ['fromEntries', 'Object.fromEntries([])'],
    ['now', 'Date.now()'],
    ['charCodeAt', 'ctx.args.a.charCodeAt(0)'],
    ['call', 'ctx.args.a.call(1)'],
  ])('has no function %s', async (name, expression) => {
    expect((await send({ code: code(`return ${expression};`) })).error).toEqual({
      message: `Error: Invalid function: ${name} [code: INVALID_FUNCTION_INVOCATION]`,
      codeErrors: [
        {
          errorType: 'INVALID_FUNCTION_INVOCATION',
          value: `Invalid function: ${name}`,
          location: { line: 3, column: 10, span: expression.length },
        },
      ],
    });
  });

  it.each([
    ['NewExpression', 'new Set()', 'new Set()'],
    ['NewExpression', 'new Date(0).getTime()', 'new Date(0)'],
    ['ArrowFunction', 'ctx.args.list.sort((a, b) => a - b)', '(a, b) => a - b'],
    ['FunctionExpression', 'ctx.args.list.sort(function () {})', 'function () {}'],
  ])('cannot translate a %s as in %s', async (type, expression, place) => {
    expect((await send({ code: code(`return ${expression};`) })).error).toEqual({
      message: `Error: Unsupported Syntax Type: ${type} [code: UNSUPPORTED_SYNTAX_TYPE]`,
      codeErrors: [
        {
          errorType: 'UNSUPPORTED_SYNTAX_TYPE',
          value: `Unsupported Syntax Type: ${type}`,
          location: { line: 3, column: 10 + expression.indexOf(place), span: place.length },
        },
      ],
    });
  });

  it('says all that is wrong, one below the other', async () => {
    expect((await send({ code: code('throw 1; return /a/;') })).error?.message).toBe(
      `Error: code.js(3,3): error @aws-appsync/no-throw: Throw statements are not supported. Use util.error().
code.js(3,19): error @aws-appsync/no-regex: Regex literals are not supported.`,
    );
  });

  it.each([
    ['Number.isNaN(+"7x")', ''],
    ['Array.isArray(ctx.args.list)', ''],
    ['((parseInt) => parseInt + 1)(1)', ''],
    ["parseInt('7')", 'const parseInt = (text) => +text;'],
    ["own.charCodeAt('7')", 'const own = { charCodeAt: (text) => +text };'],
  ])('has a value for %s, which is supported or of the code itself', async (expression, own) => {
    expect((await send({ code: code(`${own} return ${expression};`) })).error).toBeUndefined();
  });

  it('tells a list from an object', async () => {
    const { evaluationResult } = await send({
      code: code('return [[], ctx.args.list, ctx.args, "a", null].map((value) => Array.isArray(value));'),
      context: '{ "arguments": { "list": [1] } }',
    });

    expect(evaluationResult).toBe('[true,true,false,false,false]');
  });

  it('knows the types of the globals, where nothing is imported', async () => {
    const text = 'export const request = () => util.toJson({}); export const response = () => runtime.exit();';

    expect((await codeErrorsOf(text))?.map(({ value }) => value)).toEqual([
      `code.js(1,35): error TS2339: Property 'toJson' does not exist on type 'Util'.\n`,
      `code.js(1,85): error TS2339: Property 'exit' does not exist on type 'Runtime'.\n`,
    ]);
  });

  it.each([
    ['TS2345', 'return util.base64Encode(1).length;'],
    ['TS2554', 'return util.autoId(1).length;'],
    ['TS2554 within a call', 'const own = (a) => a.length; return own(util.autoId(1));'],
    ['TS2304', 'return typeof nothing;'],
  ])('lets %s pass as the service does', async (_, body) => {
    expect((await send({ code: code(body) })).error).toBeUndefined();
  });

  it('demands both exports', async () => {
    const { error } = await send({ code: 'export const response = () => null;' });

    expect(error).toMatchObject({
      message: 'Error: Unable to find valid export for request',
      codeErrors: [{ errorType: 'MISSING_MAPPING_EXPORT', location: { line: 0, column: 0, span: 0 } }],
    });
  });

  it('names a module that it does not have', async () => {
    const text = `import fs from 'node:fs';\n${code('return 1;')}`;

    expect((await codeErrorsOf(text))?.[0]?.value).toBe(
      `code.js(1,1): error TS2307: Cannot find module 'node:fs' or its corresponding type declarations.\n`,
    );
  });
});

describe('an import', () => {
  it.each([
    [
      `import { get,gett } from '@aws-appsync/utils/dynamodb';`,
      `code.js(1,14): error TS2305: Module '"@aws-appsync/utils/dynamodb"' has no exported member 'gett'.`,
    ],
    [
      `import util from '@aws-appsync/utils';`,
      `code.js(1,8): error TS1192: Module '"@aws-appsync/utils"' has no default export.`,
    ],
    [
      `import { toString } from '@aws-appsync/utils/rds';`,
      `code.js(1,10): error TS2305: Module '"@aws-appsync/utils/rds"' has no exported member 'toString'.`,
    ],
  ])('of what is not there is refused: %s', async (line, value) => {
    const text = `${line}\nexport const request = () => 1;\nexport const response = () => 1;`;

    const { error } = await send({ code: text });

    expect(error?.codeErrors).toMatchObject([{ errorType: 'PARSE_ERROR', value: `${value}\n` }]);
  });

  it.each([...importableModules])('of all of %s has the names that may be imported', async (name, names) => {
    const text = `import * as all from '${name}';\nexport const request = () => Object.keys(all);\nexport const response = () => 1;`;

    const { evaluationResult } = await send({ code: text });

    expect(JSON.parse(evaluationResult ?? '').sort()).toEqual([...names].sort());
  });
});

describe('requests that break a rule', () => {
  it.each([
    ['code that is too long', { code: ' '.repeat(32_769) }, /'code' .*less than or equal to 32768/],
    ['a context that is too long', { context: `"${' '.repeat(28_000)}"` }, /'context' .*less than or equal to 28000/],
    ['a context that is no object', { context: '[]' }, /must be a JSON object/],
    ['a context that is no JSON', { context: '{a}' }, /must be a JSON object/],
    ['another function', { function: 'other' }, /'function' .*enum value set: \[request, response\]/],
    ['no function', { function: undefined }, /'function' .*must not be null/],
    ['another version', { runtime: { name: 'APPSYNC_JS' as const, runtimeVersion: '2' } }, /runtimeVersion/],
    ['an identity of no kind', { context: '{"identity":{"nobody":1}}' }, /failed validation: ctx\.identity/],
  ])('refuses %s', async (_, input, message) => {
    await expect(send(input)).rejects.toMatchObject({
      name: 'BadRequestException',
      message: expect.stringMatching(message),
    });
  });

  it.each(['', 'null', '[]', '7', '{', '\u0000', '{"code":{}}'])(
    'answers the body %j with BadRequestException',
    async (body) => {
      const { status, headers } = await evaluate(Buffer.from(body));

      expect([status, headers['x-amzn-errortype']]).toEqual([400, 'BadRequestException']);
    },
  );

  it('answers bad UTF-8 with BadRequestException', async () => {
    expect((await evaluate(Buffer.from([0x7b, 0xff, 0x7d]))).status).toBe(400);
  });
});
