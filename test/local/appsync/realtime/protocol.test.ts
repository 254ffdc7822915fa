import { afterAll, describe, expect, it } from 'vitest';
import { clientId, issuer, keys, now, signToken } from '../edge/signToken';
import { startApi } from '../edge/startApi';
import { createTimers } from './createTimers';
import { noticeBoard } from './noticeBoard';
import { connect, encodeHeaders, openSocket } from './openSocket';

const serving = startApi(noticeBoard, {}, afterAll);
const onPost = 'subscription { onPost { id text } }';
const post = 'mutation { post(id: 7, owner: "owner", text: "Hello") { id text owner } }';
const day = 24 * 60 * 60 * 1_000;

describe('the real-time endpoint', () => {
  it('speaks the whole of a subscription’s life in AppSync’s messages', async () => {
    const { url, ask } = await serving;
    const client = await openSocket(url);
    const texts: string[] = [];
    client.socket.on('message', (data) => texts.push(String(data)));

    client.say({ type: 'connection_init' });
    await client.next();
    client.start('one', onPost);
    await client.next();
    await ask(post);
    await client.next();
    client.say({ type: 'stop', id: 'one' });
    await client.next();

    expect(client.socket.protocol).toBe('graphql-ws');
    expect(texts).toEqual([
      '{"type":"connection_ack","payload":{"connectionTimeoutMs":300000}}',
      '{"type":"ka"}',
      '{"id":"one","type":"start_ack"}',
      '{"id":"one","type":"data","payload":{"data":{"onPost":{"id":"7","text":"Hello"}}}}',
      '{"id":"one","type":"complete"}',
    ]);
  });

  it('sends nothing more after a subscription has been stopped', async () => {
    const { url, ask } = await serving;
    const client = await connect(url);
    await client.subscribe('one', onPost);
    await client.subscribe('two', onPost);

    client.say({ type: 'stop', id: 'one' });
    expect(await client.next()).toEqual({ id: 'one', type: 'complete' });
    await ask(post);

    expect(await client.next()).toMatchObject({ id: 'two', type: 'data' });
    expect(client.unread).toEqual([]);
  });

  it('does not start what was stopped while it started', async () => {
    const { url, ask } = await serving;
    const client = await connect(url);

    client.start('one', 'subscription { onMine { id } }');
    client.say({ type: 'stop', id: 'one' });
    expect(await client.next()).toEqual({ id: 'one', type: 'complete' });
    await client.subscribe('two', onPost);
    await ask(post);

    expect(await client.next()).toMatchObject({ id: 'two' });
    expect(client.unread).toEqual([]);
  });

  it('does without a hello', async () => {
    const { url } = await serving;
    const client = await openSocket(url);

    client.start('one', onPost);

    expect(await client.next()).toEqual({ id: 'one', type: 'start_ack' });
  });

  it('says every minute that it is there, and ends a connection after a day', async () => {
    const time = createTimers(now);
    const { url } = await startApi(noticeBoard, { timers: time.timers });
    const client = await connect(url);
    let alive = 0;
    client.socket.on('message', (data) => (alive += String(data) === '{"type":"ka"}' ? 1 : 0));

    time.pass(10 * 60_000);
    client.say({ type: 'stop', id: 'none' });
    await client.next();
    expect(alive).toBe(10);

    time.pass(day - 10 * 60_000);
    expect(await client.closed).toBe(1000);
    await expect.poll(time.count).toBe(0);
  });

  it.each([
    ['the sub-protocol', () => ({})],
    [
      'the query string, at AppSync’s own path',
      () => ({
        path: `?header=${encodeURIComponent(encodeHeaders({ Authorization: signToken() }, 'base64'))}&payload=e30=`,
        protocols: ['graphql-ws'],
      }),
    ],
    [
      'the query string, at the path of custom domains',
      () => ({
        path: `/realtime?header=${encodeURIComponent(encodeHeaders({ host: 'x', authorization: signToken() }, 'base64'))}&payload=e30=`,
        protocols: ['graphql-ws'],
      }),
    ],
    [
      'headers of the request',
      () => ({ path: '', protocols: ['graphql-ws'], headers: { authorization: `Bearer ${signToken()}` } }),
    ],
    ['the sub-protocol, from a page of any origin', () => ({ origin: 'https://elsewhere.example' })],
  ])('takes a token in %s', async (_where, options) => {
    const { url } = await serving;

    const client = await connect(url, options());
    await client.subscribe('one', onPost);

    expect(client.unread).toEqual([]);
  });

  const header = (headers: unknown) => ['graphql-ws', `header-${encodeHeaders(headers)}`];
  it.each([
    ['no sub-protocol', [], { message: 'NoProtocolError', errorCode: 400 }],
    ['no headers', ['graphql-ws'], { message: 'Required headers are missing.', errorCode: 400 }],
    [
      'headers that are no JSON',
      ['graphql-ws', 'header-eyJ'],
      { message: 'Required headers are missing.', errorCode: 400 },
    ],
    [
      'no token',
      header({ host: 'x' }),
      {
        errorType: 'UnauthorizedException',
        message: 'Valid authorization header not provided.',
        errorCode: 401,
      },
    ],
    [
      'a token that is none',
      header({ Authorization: 'meow' }),
      { errorType: 'UnauthorizedException', message: 'Unable to parse JWT token.', errorCode: 401 },
    ],
    [
      'an expired token',
      header({ Authorization: signToken({ exp: now / 1000 - 1 }) }),
      { errorType: 'UnauthorizedException', message: 'Token has expired.', errorCode: 401 },
    ],
    [
      'a signature, when the API has no IAM',
      header({ Authorization: 'AWS4-HMAC-SHA256 Credential=x' }),
      {
        errorType: 'UnauthorizedException',
        message: 'You are not authorized to make this call.',
        errorCode: 401,
      },
    ],
  ])('refuses a connection with %s, and closes it', async (_what, protocols, error) => {
    const { url } = await serving;
    const client = await openSocket(url, { protocols });

    client.say({ type: 'connection_init' });

    expect(await client.next()).toEqual({ payload: { errors: [error] }, type: 'connection_error' });
    expect(await client.closed).toBe(1000);
  });

  it('refuses a client that says nothing after a second', async () => {
    const time = createTimers(now);
    const { url } = await startApi(noticeBoard, { timers: time.timers });
    const client = await openSocket(url, { protocols: ['graphql-ws'] });

    await expect.poll(time.count).toBe(1);
    time.pass(1_000);

    expect(await client.next()).toMatchObject({ type: 'connection_error' });
  });

  const unsupported = (what: string) => [
    { errorType: 'UnsupportedOperation', message: `${what} not supported through the realtime channel` },
  ];
  // AppSync was seen to answer without the id that the message had: graphql-ws#602, graphql-platform#6468.
  it.each([
    ['no JSON', 'meow'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an unknown type', '{"type":"subscribe","id":"a"}'],
    ['a start without an id', '{"type":"start","payload":{"data":"{}"}}'],
    ['a start without data', '{"type":"start","id":"a","payload":{"query":"x"}}'],
    ['a stop without an id', '{"type":"stop"}'],
  ])('refuses %s and goes on', async (_what, text) => {
    const { url } = await serving;
    const client = await connect(url);

    client.say(text);

    expect(await client.next()).toEqual({ type: 'error', payload: { errors: unsupported('unknown') } });
    await client.subscribe('next', onPost);
  });

  it.each([
    ['a query', '{ nothing }', unsupported('query')],
    ['introspection', '{ __schema { types { name } } }', unsupported('query')],
    ['a mutation', post, unsupported('mutation')],
    ['what does not parse', 'subscription {', unsupported('unknown')],
    [
      'two fields at once',
      'subscription { onPost { id } onMine { id } }',
      [{ message: expect.stringContaining('of type SubscriptionMultipleRootFields: ') }],
    ],
    [
      'introspection of a subscription',
      'subscription { __typename }',
      [{ message: expect.stringContaining('of type SubscriptionIntrospectionRootField: ') }],
    ],
    [
      'an unknown field',
      'subscription { onGhost { id } }',
      [
        {
          message:
            "Validation error of type FieldUndefined: Field 'onGhost' in type 'Subscription' is undefined @ 'onGhost'",
        },
      ],
    ],
    [
      'a variable that does not fit',
      'subscription ($o: String!) { onMember(owner: $o) { id } }',
      [{ message: "Variable 'o' has coerced Null value for NonNull type 'String!'" }],
    ],
    [
      'a field that hangs on a variable',
      'subscription ($a: Boolean!) { onPost @include(if: $a) { id } }',
      [{ message: expect.stringContaining('of type ForbidSkipAndIncludeOnSubscriptionRoot: ') }],
      { a: true },
    ],
    [
      'no field at all',
      'subscription { onPost @include(if: false) { id } }',
      [{ message: expect.stringContaining('of type ForbidSkipAndIncludeOnSubscriptionRoot: ') }],
    ],
    // AppSync was seen to complete the value of the resolver, which is null without one.
    [
      'a field whose value lacks what is selected and may not be null',
      'subscription { onHalf { id must } }',
      [{ message: "Cannot return null for non-nullable type: 'String' within parent 'Note' (/onHalf/must)" }],
    ],
    [
      'a field that may not be null, and has no resolver',
      'subscription { onStrict { id } }',
      [{ message: "Cannot return null for non-nullable type: 'Note' within parent 'Subscription' (/onStrict)" }],
    ],
    [
      'a field for others',
      'subscription { onSecret { id } }',
      [{ errorType: 'Unauthorized', message: 'Not Authorized to access onSecret on type Subscription' }],
    ],
    ['what its resolver refuses', 'subscription { onRefused { id } }', [{ errorType: 'NOT_YOU', message: 'Not you.' }]],
    [
      'a filter out of place',
      'subscription { onEarly { id } }',
      [{ errorType: 'Code', message: expect.stringContaining('only be used in the response handler') }],
    ],
    [
      'a filter that is none',
      'subscription { onFiltered(filter: "{\\"filterGroup\\":[]}") { id } }',
      [
        {
          errorType: 'BadRequestException',
          message: 'The subscription filter is not valid: it has no filterGroup.',
        },
      ],
    ],
  ])('does not start %s', async (_what, query, errors, variables?: object) => {
    const { url } = await serving;
    const client = await connect(url);

    client.start('one', query, { variables });

    expect(await client.next()).toEqual({ id: 'one', type: 'error', payload: { errors } });
    await client.subscribe('one', onPost);
  });

  it('checks the token of each start by itself', async () => {
    const { url } = await serving;
    const client = await connect(url);
    const expired = signToken({ exp: now / 1000 });

    client.start('one', onPost, { headers: { Authorization: expired } });
    const first = await client.next();
    client.start('two', onPost, { headers: { Authorization: 7 } });

    expect(first).toMatchObject({ id: 'one', type: 'error' });
    expect(await client.next()).toEqual({
      id: 'two',
      type: 'error',
      payload: {
        errors: [{ errorType: 'UnauthorizedException', message: 'Valid authorization header not provided.' }],
      },
    });
  });

  it('holds operations to the depth limit', async () => {
    const { url } = await startApi(noticeBoard, {
      limits: { queryDepth: 2, resolverCount: 0, introspection: false },
    });
    const client = await connect(url);

    client.start('one', 'subscription { onPost { near { id } } }');

    expect(await client.next()).toMatchObject({
      payload: { errors: [{ errorType: 'QueryDepthLimitReached' }] },
    });
    await client.subscribe('one', onPost);
  });

  it('refuses an id that is in use', async () => {
    const { url } = await serving;
    const client = await connect(url);
    await client.subscribe('one', onPost);

    client.start('one', onPost);

    expect(await client.next()).toEqual({
      id: 'one',
      type: 'error',
      payload: { errors: [{ errorType: 'DuplicatedOperationError', message: 'Duplicated operation with id one' }] },
    });
  });

  it('starts 100 subscriptions on a connection and no more', async () => {
    const { url } = await serving;
    const client = await connect(url);
    const ids = Array.from({ length: 101 }, (_, at) => `id ${at}`);

    for (const id of ids) client.start(id, onPost);
    const answers = [];
    while (answers.length < ids.length) answers.push(await client.next());

    expect(answers.filter(({ type }) => type === 'start_ack')).toHaveLength(100);
    expect(answers.filter(({ type }) => type === 'error')).toEqual([
      {
        id: 'id 100',
        type: 'error',
        payload: {
          errors: { errorType: 'MaxSubscriptionsReachedError', message: 'Max number of 100 subscriptions reached' },
        },
      },
    ]);
    client.say({ type: 'stop', id: 'id 0' });
    await client.next();
    await client.subscribe('again', onPost);
  });

  it('ends a subscription when its token expires', async () => {
    const time = createTimers(now);
    const { url, ask } = await startApi(noticeBoard, { timers: time.timers, clock: time.clock });
    const client = await connect(url);
    await client.subscribe('short', onPost, { headers: { Authorization: signToken({ exp: now / 1000 + 60 }) } });
    await client.subscribe('long', onPost);

    time.pass(60_000);
    await ask(post);

    expect(await client.next()).toEqual({
      id: 'short',
      type: 'error',
      payload: { errors: [{ errorType: 'UnauthorizedException', message: 'Token expired' }] },
    });
    expect(await client.next()).toMatchObject({ id: 'long', type: 'data' });
    expect(client.unread).toEqual([]);
  });

  it('goes on with a subscription whose token is revoked, and starts no other with it, as AWS goes on', async () => {
    const revoked = new Set<string>();
    const userPool = { issuer, clientId, keys: () => keys, isRevoked: (origin: string) => revoked.has(origin) };
    const { url, ask } = await startApi(noticeBoard, { userPool });
    const client = await connect(url);
    await client.subscribe('one', onPost);

    revoked.add('origin-1');
    client.start('two', onPost);
    const refused = await client.next();
    await ask(post, undefined, { authorization: signToken({ origin_jti: 'origin-2' }) });

    expect(refused).toMatchObject({
      id: 'two',
      type: 'error',
      payload: { errors: [{ errorType: expect.any(String) }] },
    });
    expect(await client.next()).toMatchObject({ id: 'one', type: 'data' });
  });

  it('delivers nothing with an expired token, even when no timer has told', async () => {
    let clock = now;
    const { url, ask } = await startApi(noticeBoard, { clock: () => clock, timers: createTimers(now).timers });
    const client = await connect(url);
    await client.subscribe('one', onPost, { headers: { Authorization: signToken({ exp: now / 1000 + 60 }) } });

    clock += 61_000;
    await ask(post);

    expect(await client.next()).toMatchObject({ id: 'one', type: 'error' });
  });
});
