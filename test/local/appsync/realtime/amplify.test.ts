import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/api';
import { onTestFinished, describe, expect, it, beforeAll } from 'vitest';
import { WebSocket } from 'ws';
import { isOf } from '../edge/isOf';
import { signToken } from '../edge/signToken';
import { startApi } from '../edge/startApi';
import { noticeBoard } from './noticeBoard';

const exp = Math.floor(Date.now() / 1_000) + 3_600;
const clock = () => Date.now();
const tokenOf = (username: string) => signToken({ username, exp, iat: exp - 3_600, origin_jti: undefined });

beforeAll(() => {
  // Node before 22 has none.
  Reflect.set(globalThis, 'WebSocket', WebSocket);
});

/** Points the unmodified client at an API, with a user's tokens or an access key. */
const configure = (url: string, token = tokenOf('owner')): void => {
  const tokens = { accessToken: { toString: () => token, payload: {} } };
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'session' };
  Amplify.configure(
    {
      API: {
        // Amplify rewrites only lower-case http:// to wss://, so this spelling stays plain.
        GraphQL: { endpoint: url.replace('http:', 'HTTP:'), region: 'eu-west-1', defaultAuthMode: 'userPool' },
      },
    },
    {
      Auth: {
        tokenProvider: { getTokens: async () => tokens },
        credentialsProvider: {
          getCredentialsAndIdentityId: async () => ({ credentials }),
          clearCredentialsAndIdentityId: () => undefined,
        },
      },
    },
  );
};

type AuthMode = 'userPool' | 'iam';

/** Subscribes until the test ends; returns a way to wait for the events one by one. */
const subscribe = (query: string, authMode: AuthMode = 'userPool') => {
  const events: unknown[] = [];
  const result: unknown = generateClient().graphql({ query, authMode });
  if (!isSubscribable(result)) throw new TypeError('This is no subscription.');
  const subscription = result.subscribe({
    next: (event) => events.push(event),
    error: (error) => events.push(error),
  });
  onTestFinished(() => subscription.unsubscribe());
  return events;
};

interface Subscribable {
  readonly subscribe: (observer: Record<'next' | 'error', (value: unknown) => void>) => { unsubscribe: () => void };
}

const isSubscribable = (value: unknown): value is Subscribable =>
  typeof value === 'object' && value !== null && 'subscribe' in value;

type Ask = (query: string, variables: unknown, headers: Record<string, string>) => Promise<unknown>;

/** Posts as a user until an event has arrived: only the client knows when it is ready. */
const postUntil = async (ask: Ask, events: readonly unknown[], owner = 'owner'): Promise<void> => {
  await expect
    .poll(
      async () => {
        await ask(
          `mutation { post(id: "${owner}", owner: "${owner}") { id owner } }`,
          {},
          { authorization: tokenOf(owner) },
        );
        return events.length;
      },
      { timeout: 25_000, interval: 200 },
    )
    .toBeGreaterThan(0);
};

describe('the Amplify client', () => {
  it('receives its user’s events, and none of a second user’s', async () => {
    const { url, ask } = await startApi(noticeBoard, { clock });
    configure(url);
    const events = subscribe('subscription { onMine { id } }');
    await postUntil(ask, events);

    await ask(
      'mutation { post(id: "theirs", owner: "stranger") { id owner } }',
      {},
      { authorization: tokenOf('stranger') },
    );
    await ask('mutation { post(id: "last", owner: "owner") { id owner } }', {}, { authorization: tokenOf('owner') });

    await expect.poll(() => events.at(-1), { timeout: 25_000 }).toEqual({ data: { onMine: { id: 'last' } } });
    expect(new Set(events.slice(0, -1).map((event) => JSON.stringify(event)))).toEqual(
      new Set(['{"data":{"onMine":{"id":"owner"}}}']),
    );
  });

  it('connects again by itself when the server has been away', async () => {
    const first = await startApi(noticeBoard, { clock });
    configure(first.url);
    const events = subscribe('subscription { onMine { id } }');
    await postUntil(first.ask, events);

    await first.stop();
    const second = await startApi(noticeBoard, { clock }, onTestFinished, first.port);
    events.length = 0;

    await postUntil(second.ask, events);
    expect(events[0]).toEqual({ data: { onMine: { id: 'owner' } } });
  }, 60_000);

  it('is told that its token has expired, and leaves it at that: another one is for its caller to begin', async () => {
    const { url, ask } = await startApi(noticeBoard, { clock });
    const soon = Math.floor(Date.now() / 1_000) + 4;
    configure(url, signToken({ username: 'owner', exp: soon, iat: soon - 3_600, origin_jti: undefined }));
    const ended = subscribe('subscription { onMine { id } }');
    await postUntil(ask, ended);

    await expect.poll(() => JSON.stringify(ended.at(-1)), { timeout: 25_000 }).toContain('Token expired');
    const count = ended.length;
    configure(url);
    const begun = subscribe('subscription { onMine { id } }');
    await postUntil(ask, begun);

    expect(ended).toHaveLength(count);
  }, 60_000);

  it('signs its connection and its subscriptions with IAM', async () => {
    const allows = isOf(['Subscription.onPost']);
    const iam = new Map([['AKIDEXAMPLE', { secretAccessKey: 'secret', sessionToken: 'session', allows }]]);
    const parts = { ...noticeBoard, schema: noticeBoard.schema.replace('"publish"])', '"publish"]) @aws_iam') };
    const { url, ask } = await startApi(parts, { clock, iam });
    configure(url);

    const events = subscribe('subscription { onPost { id } }', 'iam');

    await postUntil(ask, events);
    expect(events[0]).toEqual({ data: { onPost: { id: 'owner' } } });
  });

  it('is told why a subscription was refused', async () => {
    const { url } = await startApi(noticeBoard, { clock });
    configure(url);

    const events = subscribe('subscription { onRefused { id } }');

    await expect.poll(() => JSON.stringify(events), { timeout: 25_000 }).toContain('NOT_YOU');
  });
});
