import { EventEmitter, once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { asking } from '../edge/notebook';
import { signToken } from '../edge/signToken';
import { startApi } from '../edge/startApi';
import { noticeBoard } from './noticeBoard';
import { connect, type RawClient } from './openSocket';

const serving = startApi(noticeBoard, {}, afterAll);
const stranger = { Authorization: signToken({ sub: 'b7', username: 'stranger', origin_jti: undefined }) };
const keeper = { Authorization: signToken({ 'cognito:groups': ['keepers'], origin_jti: undefined }) };

/** A client, and a way to send it a message that arrives once all earlier ones have been delivered. */
const open = async () => {
  const { url, ask } = await serving;
  const client = await connect(url);
  /** Sends a mutation; resolves with what this client then received. */
  const got = async (mutation: string): Promise<readonly unknown[]> => {
    const { body } = await ask(mutation);
    if (body.errors) throw new TypeError(JSON.stringify(body.errors));
    return receivedBy(client);
  };
  return { client, got, ask };
};

/** Everything received before the reply to a final message, in order. */
const receivedBy = async (client: RawClient): Promise<readonly unknown[]> => {
  client.say({ type: 'stop', id: 'mark' });
  const messages: unknown[] = [];
  for (;;) {
    const message = await client.next();
    if (message.type === 'complete' && message.id === 'mark') return messages;
    messages.push(message.type === 'data' ? message.payload : message);
  }
};

describe('an event', () => {
  it('has what the subscriber selected of what the mutation selected, and null for the rest', async () => {
    const { client, got } = await open();
    await client.subscribe('a', 'subscription { alias: onPost { __typename name: id text owner near { id text } } }');

    const events = await got('mutation { post(id: 1, owner: "o", text: "t") { id text near { id } } }');

    expect(events).toEqual([
      { data: { alias: { __typename: 'Note', name: '1', text: 't', owner: null, near: { id: 'near', text: null } } } },
    ]);
  });

  it('comes from the mutation even where the resolver of the subscription has returned a value', async () => {
    const { client, got } = await open();
    await client.subscribe('a', 'subscription { onWhole { id must } }');
    await client.subscribe('b', 'subscription { onHalf { id } }');

    expect(await got('mutation { post(id: 7) { id must } }')).toEqual([
      { data: { onWhole: { id: '7', must: 'm' } } },
      { data: { onHalf: { id: '7' } } },
    ]);
  });

  it('is null with an error when it lacks a field that may not be null', async () => {
    const { client, got } = await open();
    await client.subscribe('a', 'subscription { onPost { id must } }');

    expect(await got('mutation { post(id: 1) { id } }')).toEqual([
      {
        data: { onPost: null },
        errors: [
          {
            path: ['onPost', 'must'],
            locations: null,
            message: "Cannot return null for non-nullable type: 'String' within parent 'Note' (/onPost/must)",
          },
        ],
      },
    ]);
  });

  it('looks through the mutation’s fragments, and not through aliases inside', async () => {
    const { client, got } = await open();
    await client.subscribe('a', 'subscription { onPost { id text owner } }');

    expect(
      await got(
        'mutation { post(id: 1, text: "t", owner: "o") { key: id ...F } } fragment F on Note { ... on Note { text words: owner } }',
      ),
    ).toEqual([{ data: { onPost: { id: null, text: 't', owner: null } } }]);
  });

  it('is none of a mutation that has an alias', async () => {
    const { client, got } = await open();
    await client.subscribe('a', 'subscription { onPost { id } }');

    expect(await got('mutation { first: post(id: 1) { id } }')).toEqual([]);
  });

  it('passes scalars on as the mutation wrote them', async () => {
    const { client, got } = await open();
    await client.subscribe('a', 'subscription { onPost { size tags place } }');

    expect(
      await got('mutation { post(size: 7, tags: ["x", null], place: "{\\"a\\":[1]}") { size tags place } }'),
    ).toEqual([{ data: { onPost: { size: 7, tags: ['x', null], place: '{"a":[1]}' } } }]);
  });

  it('comes for each field of the mutation that is subscribed to, in order', async () => {
    const { client, got } = await open();
    await client.subscribe('a', 'subscription { onPost { id } }');
    await client.subscribe('b', 'subscription { onEvery { id } }');

    expect(await got('mutation { post(id: 1) { id } postAll(ids: [2]) { id } expel(owner: "x") }')).toEqual([
      { data: { onPost: { id: '1' } } },
      { data: { onEvery: [{ id: '2' }] } },
    ]);
  });

  it('comes once for a field that is selected in pieces, with all of them', async () => {
    const { client, got } = await open();
    await client.subscribe('a', 'subscription { onPost { id text size near { id text } } }');

    expect(
      await got(
        'mutation { post(id: 1, text: "t", size: 2) { id near { id } } ...F } fragment F on Mutation { post(id: 1, text: "t", size: 2) { text near { text } } }',
      ),
    ).toEqual([{ data: { onPost: { id: '1', text: 't', size: null, near: { id: 'near', text: null } } } }]);
  });

  it('can be a list', async () => {
    const { client, got } = await open();
    await client.subscribe('a', 'subscription { onEvery { id } }');

    expect(await got('mutation { postAll(ids: [1, 2]) { id } }')).toEqual([
      { data: { onEvery: [{ id: '1' }, { id: '2' }] } },
    ]);
  });

  it('leaves out what the subscriber skips by its variables', async () => {
    const { client, got } = await open();
    const query = 'subscription ($brief: Boolean!) { onPost { id text @skip(if: $brief) } }';
    await client.subscribe('brief', query, { variables: { brief: true } });
    await client.subscribe('long', query, { variables: { brief: false } });

    expect(await got('mutation { post(id: 1, text: "t") { id text } }')).toEqual([
      { data: { onPost: { id: '1' } } },
      { data: { onPost: { id: '1', text: 't' } } },
    ]);
  });

  it('shows each subscriber only what they may see', async () => {
    const { client, ask } = await open();
    const query = 'subscription { onPost { id secret } }';
    await client.subscribe('owner', query);
    await client.subscribe('keeper', query, { headers: keeper });

    await ask('mutation { post(id: 1) { id secret } }', {}, { authorization: keeper.Authorization });

    expect(await receivedBy(client)).toEqual([
      {
        data: { onPost: { id: '1', secret: null } },
        errors: [
          {
            path: ['onPost', 'secret'],
            data: null,
            errorType: 'Unauthorized',
            errorInfo: null,
            locations: [{ line: 1, column: 28, sourceName: null }],
            message: 'Not Authorized to access secret on type Note',
          },
        ],
      },
      { data: { onPost: { id: '1', secret: 's' } } },
    ]);
  });

  it('is none when the mutation failed', async () => {
    const { client, ask } = await open();
    await client.subscribe('a', 'subscription { onBuilt { id } }', { headers: {} }).catch(() => undefined);
    await client.subscribe('b', 'subscription { onPost { id } }');

    await ask('mutation { publish(owner: "x") { id } }');

    expect(await receivedBy(client)).toEqual([]);
  });
});

describe('without a filter, arguments', () => {
  it.each([
    ['an equal text', 'owner: "o"', true],
    ['another text', 'owner: "p"', false],
    ['all of several', 'owner: "o", size: 7', true],
    ['one of several only', 'owner: "o", size: 8', false],
    ['a field that the mutation does not select', 'id: 1', false],
    ['null for a text', 'owner: null', false],
    ['null for a field that is null', 'size: 7, owner: "o", id: null', true],
  ])('let through %s: %s, %s', async (_what, args, passes) => {
    const { client, got } = await open();
    await client.subscribe('a', `subscription { onPost(${args}) { owner } }`);

    expect(await got('mutation { post(id: 1, owner: "o", size: 7) { owner size } }')).toHaveLength(passes ? 1 : 0);
  });

  it.each([{}, { o: null }])('that are variables are null without a value: %j', async (variables) => {
    const { client, got } = await open();
    await client.subscribe('a', 'subscription ($o: String) { onPost(owner: $o) { id } }', { variables });

    expect(await got('mutation { post(id: 1, owner: "o") { id owner } }')).toHaveLength(0);
    expect(await got('mutation { post(id: 1) { id owner } }')).toHaveLength(1);
  });
});

describe('a filter', () => {
  it('bound to the identity keeps a second user’s events apart', async () => {
    const { client, got } = await open();
    const { url } = await serving;
    const other = await connect(url);
    await client.subscribe('mine', 'subscription { onMine { id } }');
    await other.subscribe('theirs', 'subscription { onMine { id } }', { headers: stranger });

    expect(await got('mutation { post(id: 1, owner: "owner") { id owner } }')).toHaveLength(1);
    expect(await got('mutation { post(id: 2, owner: "stranger") { id owner } }')).toHaveLength(0);
    expect(await receivedBy(other)).toEqual([{ data: { onMine: { id: '2' } } }]);
  });

  it('takes precedence over the arguments', async () => {
    const { client, got } = await open();
    const filter = JSON.stringify({ filterGroup: [{ filters: [{ fieldName: 'size', operator: 'ge', value: 5 }] }] });
    await client.subscribe('a', 'subscription ($f: AWSJSON) { onFiltered(filter: $f) { id } }', {
      variables: { f: filter },
    });

    expect(await got('mutation { post(id: 1, size: 4) { id size } }')).toEqual([]);
    expect(await got('mutation { post(id: 2, size: 5) { id size } }')).toHaveLength(1);
    expect(await got('mutation { post(id: 3, size: 6) { id } }')).toEqual([]);
  });

  it('can come from a step, which sees the stash', async () => {
    const { client, got } = await open();
    await client.subscribe('a', 'subscription { onSteps { id } }');

    expect(await got('mutation { post(id: 1, owner: "owner") { id owner } }')).toHaveLength(1);
    expect(await got('mutation { post(id: 2, owner: "other") { id owner } }')).toEqual([]);
  });
});

describe('invalidation', () => {
  const onMember = (owner: string) => `subscription { onMember(owner: "${owner}") { id } }`;

  it('completes the subscriptions that it means, and closes their connection', async () => {
    const { url, ask } = await serving;
    const [expelled, other] = [await connect(url), await connect(url)];
    await expelled.subscribe('a', onMember('one'));
    await other.subscribe('b', onMember('two'));

    await ask('mutation { expel(owner: "one") }');

    expect(await expelled.next()).toEqual({ id: 'a', type: 'complete' });
    expect(await expelled.closed).toBe(1000);
    await ask('mutation { post(owner: "two") { owner } }');
    expect(await receivedBy(other)).toHaveLength(1);
  });

  it('may be asked for five times in a request', async () => {
    const { ask } = await serving;

    expect((await ask('mutation { expelOften }')).body).toMatchObject({
      data: { expelOften: null },
      errors: [{ message: 'A request can invalidate subscriptions at most 5 times.' }],
    });
    expect((await ask('mutation { expelTwice }')).body).toEqual({ data: { expelTwice: 1 } });
  });
});

describe('a reload', () => {
  it('keeps connections, and ends the subscriptions that the new API does not have', async () => {
    const { url, ask, reload } = await startApi(noticeBoard);
    const client = await connect(url);
    await client.subscribe('gone', 'subscription { onMine { id } }');
    await client.subscribe('less', 'subscription { onPost { secret } }');
    await client.subscribe('kept', 'subscription { onPost { id } }');
    const { 'Subscription.onMine': _code, ...resolvers } = noticeBoard.code.resolvers;
    const { 'Subscription.onMine': _route, ...routes } = noticeBoard.routes;
    const schema = noticeBoard.schema.replace(/^ *onMine:.*$/m, '').replace(/^ *secret:.*$/m, '');

    await reload({ ...noticeBoard, schema, routes, code: { ...noticeBoard.code, resolvers } });
    await ask('mutation { post(id: 1) { id } }');

    expect(await receivedBy(client)).toEqual([
      {
        id: 'gone',
        type: 'error',
        payload: {
          errors: [{ message: expect.stringContaining("Field 'onMine' in type 'Subscription' is undefined") }],
        },
      },
      {
        id: 'less',
        type: 'error',
        payload: { errors: [{ message: expect.stringContaining("Field 'secret' in type 'Note' is undefined") }] },
      },
      { data: { onPost: { id: '1' } } },
    ]);
  });

  it('refuses what was still starting and is no longer there', async () => {
    const turns = new EventEmitter();
    const invoke = async () => {
      turns.emit('asked');
      await once(turns, 'reloaded');
      return { ok: true, payload: null } as const;
    };
    const { code, routes } = noticeBoard;
    const schema = noticeBoard.schema.replace(
      'type Subscription {',
      'type Subscription { onSlow: Note @aws_subscribe(mutations: ["post"])',
    );
    const resolvers = { ...code.resolvers, 'Subscription.onSlow': asking("{ operation: 'Invoke', payload: null }") };
    const before = { ...noticeBoard, schema, code: { ...code, resolvers } };
    const { url, reload } = await startApi(
      { ...before, routes: { ...routes, 'Subscription.onSlow': { source: 'echo' } } },
      { functions: { invoke } },
    );
    const client = await connect(url);
    const asked = once(turns, 'asked');
    client.start('slow', 'subscription { onSlow { id } }');
    await asked;

    await reload(noticeBoard);
    turns.emit('reloaded');

    expect(await client.next()).toMatchObject({
      id: 'slow',
      type: 'error',
      payload: { errors: [{ message: expect.stringContaining("Field 'onSlow' in type 'Subscription' is undefined") }] },
    });
  });

  it.each([
    ['a mutation that is not there', '"post", "publish"', '"paint"', /Subscription.onPost: there is no mutation paint/],
    [
      'a mutation that gives something else',
      '"post", "publish"',
      '"postAll"',
      /Subscription.onPost: it gives Note, but the mutation postAll gives \[Note\]/,
    ],
  ])('refuses @aws_subscribe to %s', async (_what, from, to, message) => {
    const { reload } = await serving;

    await expect(reload({ ...noticeBoard, schema: noticeBoard.schema.replace(from, to) })).rejects.toThrow(message);
  });
});
