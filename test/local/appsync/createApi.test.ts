import { describe, expect, it } from 'vitest';
import { asking, giving, notebook } from './edge/notebook';
import { signToken } from './edge/signToken';
import { startApi } from './edge/startApi';

const hello = notebook({
  schema: 'type Query { hello(name: String): String }',
  resolvers: { 'Query.hello': giving("`Hello ${ctx.args.name ?? 'world'}`") },
});

describe('the GraphQL endpoint', () => {
  it('answers a query in AppSync’s body and headers', async () => {
    const { ask } = await startApi(hello);

    const { status, headers, text } = await ask('{ hello }');

    expect(status).toBe(200);
    expect(text).toBe('{"data":{"hello":"Hello world"}}');
    expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(headers.get('x-amzn-requestid')).toMatch(/^[\da-f-]{36}$/);
    expect(headers.get('access-control-expose-headers')).toContain('x-amzn-ErrorType');
  });

  it('gives resolvers AppSync’s context', async () => {
    const { ask } = await startApi(
      notebook({
        schema: 'type Query { context(id: ID!, tags: [String!]): AWSJSON }',
        resolvers: { 'Query.context': giving('({ ...ctx, list: ctx.info.selectionSetList })') },
      }),
    );

    const { body } = await ask('query ($id: ID!) { x: context(id: $id, tags: ["a"]) }', { id: '7' }, { 'x-note': 'n' });

    const context = JSON.parse(Object(body.data).x);
    expect(context).toMatchObject({
      arguments: { id: '7', tags: ['a'] },
      args: { id: '7', tags: ['a'] },
      identity: {
        sub: 'a3c1',
        username: 'owner',
        groups: null,
        sourceIp: ['127.0.0.1'],
        defaultAuthStrategy: 'ALLOW',
        claims: { token_use: 'access' },
      },
      source: null,
      env: { SHELF: 'B7' },
      stash: {},
      prev: null,
      result: null,
      request: { headers: { 'x-note': 'n' }, domainName: null },
      info: { fieldName: 'context', parentTypeName: 'Query', variables: { id: '7' } },
      list: [],
    });
  });

  it('answers a GET with its parameters in the query string', async () => {
    const { send } = await startApi(hello);
    const query = encodeURIComponent('query Q($n: String) { hello(name: $n) }');
    const variables = encodeURIComponent('{"n":"GET"}');

    const answer = await send(
      { headers: { authorization: signToken() } },
      `?query=${query}&variables=${variables}&operationName=Q`,
    );

    expect(answer.body).toEqual({ data: { hello: 'Hello GET' } });
  });

  it('runs the operation that is named, and refuses to guess', async () => {
    const { post } = await startApi(hello);
    const query = 'query A { hello(name: "A") } query B { hello(name: "B") }';

    const named = await post(JSON.stringify({ query, operationName: 'B' }));
    const unnamed = await post(JSON.stringify({ query }));
    const unknown = await post(JSON.stringify({ query, operationName: 'C' }));

    expect(named.body).toEqual({ data: { hello: 'Hello B' } });
    expect(unnamed.status).toBe(400);
    expect(unnamed.body).toEqual({
      errors: [{ errorType: 'BadRequestException', message: 'Missing operation name.' }],
    });
    expect(unnamed.headers.get('x-amzn-errortype')).toBe('BadRequestException');
    expect(unknown.status).toBe(400);
    expect(unknown.body).toEqual({
      errors: [{ errorType: 'BadRequestException', message: 'No operation matches the provided operation name C.' }],
    });
  });

  // R: altair-graphql/altair#1122
  it('takes an empty name for one that no operation has', async () => {
    const { post } = await startApi(hello);

    const { status, body } = await post(JSON.stringify({ query: '{ hello(name: "A") }', operationName: '' }));

    expect(status).toBe(400);
    expect(body).toEqual({
      errors: [{ errorType: 'BadRequestException', message: 'No operation matches the provided operation name .' }],
    });
  });

  it('lets any page call, with every header it asks for', async () => {
    const { send } = await startApi(hello);

    const preflight = await send({
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:8000',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-amz-user-agent',
      },
    });

    expect(preflight.status).toBe(200);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,content-type,x-amz-user-agent');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
  });

  it('says that it is there, to whoever asks', async () => {
    const { url } = await startApi(hello);
    const ping = new URL('/ping', url);

    const answer = await fetch(ping);
    const refused = await fetch(ping, { method: 'POST' });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.text()).toBe('healthy');
    expect(refused.status).toBe(405);
  });

  it('adds the headers that a resolver sets, but none of AppSync’s own', async () => {
    const { ask } = await startApi(
      notebook({
        schema: 'type Query { hello: String }',
        resolvers: {
          'Query.hello': `
            import { util } from '@aws-appsync/utils';
            export const request = () => ({ payload: 1 });
            export const response = () => {
              util.http.addResponseHeader('x-shelf', 'B7');
              util.http.addResponseHeader('cache-control', 'no-store');
              return 'x';
            };`,
        },
      }),
    );

    const { headers } = await ask('{ hello }');

    expect(headers.get('x-shelf')).toBe('B7');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['transfer-encoding', 'chunked'],
    ['content-length', '1'],
    ['connection', 'upgrade'],
    ['trailer', 'x-late'],
    ['upgrade', 'h2c'],
    ['keep-alive', 'timeout=0'],
    ['content-encoding', 'gzip'],
    ['access-control-max-age', '1'],
    ['vary', 'origin'],
    ['x-amzn-requestid', 'own'],
  ])('does not let a resolver set %s, and tells the client', async (name, value) => {
    const { ask } = await startApi(
      notebook({
        schema: 'type Query { hello: String }',
        resolvers: { 'Query.hello': giving(`[util.http.addResponseHeader('${name}', '${value}'), 'x'].join('')`) },
      }),
    );

    const { status, headers, body, text } = await ask('{ hello }');

    expect([status, body.data]).toEqual([200, { hello: 'x' }]);
    expect(body.errors).toMatchObject([{ path: ['hello'], data: null, errorType: 'ResponseHeaderError' }]);
    expect(headers.get(name)).not.toBe(value);
    expect(headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
  });

  it('takes __proto__ for no header', async () => {
    const { ask } = await startApi(
      notebook({
        schema: 'type Query { hello: String }',
        resolvers: { 'Query.hello': giving("[util.http.addResponseHeader('__proto__', 'x'), 'x'].join('')") },
      }),
    );

    expect(await ask('{ hello }')).toMatchObject({ status: 200, text: '{"data":{"hello":"x"}}' });
  });

  it('replaces schema and code at a reload', async () => {
    const { ask, reload } = await startApi(hello);

    await reload(
      notebook({
        schema: 'type Query { bye: String }',
        resolvers: { 'Query.bye': giving("'Bye'") },
      }),
    );

    expect((await ask('{ bye }')).body).toEqual({ data: { bye: 'Bye' } });
    expect((await ask('{ hello }')).body.errors).toHaveLength(1);
  });

  it.each([
    ['a schema that does not parse', { ...hello, schema: 'type Query {\n  a:: Int\n}' }, /schema:2:5: Syntax Error/],
    [
      'a schema with a type that does not exist',
      { ...hello, schema: 'type Query { a: Strng, b: Strng, c: Nope }' },
      /\n {2}schema: Unknown type "Strng"\. Did you mean "String"\?\n {2}schema: Unknown type "Nope"\.$/,
    ],
    [
      'a field without a route',
      { ...hello, schema: 'type Query { hello: String other: String }' },
      /Query.other: the field has no route/,
    ],
    [
      'a route without a field',
      { ...hello, routes: { ...hello.routes, 'Query.ghost': { source: 'none' } } },
      /Query.ghost: the schema has no such field/,
    ],
    ['an unknown source', { ...hello, routes: { 'Query.hello': { source: 'nowhere' } } }, /there is no source nowhere/],
    [
      'a missing step',
      { ...hello, routes: { 'Query.hello': { steps: [['walk', 'none']] } } },
      /no code for the step walk/,
    ],
    [
      'code that does not compile',
      { ...hello, code: { ...hello.code, resolvers: { 'Query.hello': 'export const' } } },
      /Query.hello: code\.js\(1,/,
    ],
    [
      'a scalar that AppSync does not have',
      { ...hello, schema: 'scalar Money type Query { hello: Money }' },
      /scalar Money: AppSync has no custom scalars/,
    ],
  ] as const)('keeps the old API when a reload brings %s', async (_what, parts, message) => {
    const { ask, reload } = await startApi(hello);

    await expect(reload(parts)).rejects.toThrow(message);

    expect((await ask('{ hello }')).body).toEqual({ data: { hello: 'Hello world' } });
  });

  it('ends with the last of several reloads at once', async () => {
    const { ask, reload } = await startApi(hello);
    const saying = (word: string) =>
      notebook({ schema: 'type Query { hello: String }', resolvers: { 'Query.hello': giving(`'${word}'`) } });

    await Promise.all(['one', 'two', 'three'].map((word) => reload(saying(word))));

    expect((await ask('{ hello }')).body).toEqual({ data: { hello: 'three' } });
  });

  it('serves EvaluateCode beside GraphQL', async () => {
    const { url } = await startApi(hello, {
      evaluateCode: async (body) => ({ status: 200, headers: { 'x-length': String(body.length) }, body: '{}' }),
    });

    const authorization =
      'AWS4-HMAC-SHA256 Credential=a/20261122/eu-west-1/appsync/aws4_request, SignedHeaders=host, Signature=0';
    const response = await fetch(new URL('/v1/dataplane-evaluatecode', url), {
      method: 'POST',
      body: 'abc',
      headers: { authorization },
    });

    expect(response.headers.get('x-length')).toBe('3');
    expect(await response.text()).toBe('{}');
  });

  it('hands a source’s failure to the response handler', async () => {
    const { ask } = await startApi(
      notebook({
        schema: 'type Query { broken: String }',
        resolvers: { 'Query.broken': asking("{ operation: 'Invoke', payload: 1 }") },
        routes: { 'Query.broken': { source: 'echo' } },
      }),
      { functions: { invoke: async () => ({ ok: false, errorType: 'RangeError', errorMessage: 'Too far.' }) } },
    );

    const { body } = await ask('{ broken }');

    expect(body).toEqual({
      data: { broken: null },
      errors: [
        {
          path: ['broken'],
          data: null,
          errorType: 'Lambda:Unhandled',
          errorInfo: null,
          locations: [{ line: 1, column: 3, sourceName: null }],
          message: 'Too far.',
        },
      ],
    });
  });
});
