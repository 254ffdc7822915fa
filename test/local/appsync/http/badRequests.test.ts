import { connect } from 'node:net';
import WebSocket from 'ws';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { giving, notebook } from '../edge/notebook';
import { signToken } from '../edge/signToken';
import { startApi } from '../edge/startApi';

const serving = startApi(
  notebook({
    schema: 'type Query { hello(x: Int): String child: Child } type Child { child: Child name: String }',
    resolvers: { 'Query.hello': giving("'hello'"), 'Query.child': giving('({})') },
  }),
  {},
  afterAll,
);

const malformed = 'MalformedHttpRequestException';
const unparseable = 'Unable to parse GraphQL query.';
const ask = (query: string) => JSON.stringify({ query });
const tooComplex = 'The GraphQL query is too complex.';

describe('a bad request', () => {
  afterEach(async () => {
    const { ask: askAgain } = await serving;
    expect((await askAgain('{ hello }')).text).toBe('{"data":{"hello":"hello"}}');
  });

  it.each([
    ['no body', '', 'Request body is empty.'],
    ['no JSON', 'meow', unparseable],
    ['JSON with a tail', '{}}', unparseable],
    ['null', 'null', unparseable],
    ['a number', '7', unparseable],
    ['a string', '"{ hello }"', unparseable],
    ['a batch', '[{"query":"{ hello }"}]', unparseable],
    ['an empty object', '{}', unparseable],
    ['a query that is no string', '{"query":["{ hello }"]}', unparseable],
    ['an empty query', ask(''), unparseable],
    ['a query that does not parse', ask('{ hello'), unparseable],
    ['only a fragment', ask('fragment F on Query { hello }'), unparseable],
    ['variables that are a list', '{"query":"{ hello }","variables":[]}', unparseable],
    ['variables that are a string', '{"query":"{ hello }","variables":"{}"}', unparseable],
    ['an operation name that is a number', '{"query":"{ hello }","operationName":7}', unparseable],
    ['bad UTF-8', Buffer.from('7b22717565727922c328', 'hex'), unparseable],
    ['10,000 aliases', ask(`{ ${Array.from({ length: 10_000 }, (_, at) => `a${at}: hello`).join(' ')} }`), unparseable],
    ['a field 7,000 times', ask(`{ ${'hello '.repeat(7_000)} }`), tooComplex],
    ['fields nested 7,000 times', ask(`{ ${'child { '.repeat(7_000)}`), unparseable],
    ['values nested 7,000 times', ask(`{ hello(x: ${'['.repeat(7_000)}`), unparseable],
    ['fragments that double 20 times', ask(doubling(20)), tooComplex],
  ])('is refused: %s', async (_what, body, message) => {
    const { post } = await serving;

    const answer = await post(body);

    expect(answer.status).toBe(400);
    expect(answer.headers.get('x-amzn-errortype')).toBe(malformed);
    expect(answer.body).toEqual({ errors: [{ errorType: malformed, message }] });
  });

  it('is refused: 500 repeated directives', async () => {
    const { post } = await serving;

    const { status, body } = await post(ask(`{ hello ${'@include(if: true) '.repeat(500)} }`));

    expect(status).toBe(200);
    expect(body.data).toBeNull();
    expect(body.errors?.length).toBeLessThanOrEqual(51);
    expect(body.errors?.[0]?.message).toMatch(/^Validation error of type DuplicateDirectiveName/);
  });

  it('is refused: a query nested deep, but complete', async () => {
    const { post } = await serving;

    const { status, body } = await post(ask(`${'{ child '.repeat(1_000)}{ name }${' }'.repeat(1_000)}`));

    expect(status).toBeLessThan(500);
    expect(body.errors ?? [{}]).not.toHaveLength(0);
  });

  it('is refused with 413 when the body is above 1 MiB', async () => {
    const { post } = await serving;

    const answer = await post('x'.repeat(1024 * 1024 + 1));

    expect(answer.status).toBe(413);
    expect(answer.body.errors?.[0]?.errorType).toBe(malformed);
  });

  it('is refused: a subscription over HTTP', async () => {
    const { send } = await startApi(
      notebook({
        schema: 'type Query { hello: String } type Subscription { onHello: String }',
        resolvers: { 'Query.hello': giving("'x'") },
      }),
    );

    const answer = await send({
      method: 'POST',
      body: ask('subscription { onHello }'),
      headers: { authorization: signToken() },
    });

    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.errorType).toBe('OperationNotSupported');
  });

  it.each([
    ['PUT', '/graphql', 405],
    ['DELETE', '/graphql', 405],
    ['POST', '/', 404],
    ['GET', '/graphql/other', 404],
    ['POST', '/v1/dataplane-evaluatecode', 404],
  ])('is refused: %s %s with %i', async (method, path, status) => {
    const { url } = await serving;

    const response = await fetch(new URL(path, url), { method, headers: { authorization: signToken() } });

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ errorType: expect.any(String) }] });
  });

  it('is refused: WebSocket where there is none', async () => {
    const { url } = await serving;

    const status = await new Promise((resolve) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/nowhere`, 'graphql-ws');
      socket.on('unexpected-response', (request, response) => {
        resolve([response.statusCode, response.headers['x-amzn-errortype']]);
        request.destroy();
      });
      socket.on('error', resolve);
    });

    expect(status).toEqual([404, 'NotFoundException']);
  });

  it('is refused: a plain request where there is only WebSocket', async () => {
    const { send } = await serving;

    expect(await send({ headers: { authorization: signToken() } }, '/realtime')).toMatchObject({ status: 426 });
  });

  it('is dropped when its connection breaks midway', async () => {
    const { url, logged } = await serving;
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"que');

    await new Promise((resolve) => {
      socket.on('close', resolve);
      setImmediate(() => socket.destroy());
    });

    expect(logged).toEqual([]);
  });
});

function doubling(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, at) => `fragment F${at} on Child { a: child { ...F${at + 1} } b: child { ...F${at + 1} } }`,
  );
  return `{ child { ...F0 } } ${fragments.join(' ')} fragment F${levels} on Child { name }`;
}
