import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { RetryLink } from '@apollo/client/link/retry';
import { type AuthOptions, createAuthLink } from 'aws-appsync-auth-link';
import { createSubscriptionHandshakeLink } from 'aws-appsync-subscription-link';
import { OperationTypeNode } from 'graphql';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { signToken } from '../edge/signToken';
import { startApi } from '../edge/startApi';
import { noticeBoard } from './noticeBoard';

beforeAll(() => {
  // Node before 22 has none.
  Reflect.set(globalThis, 'WebSocket', WebSocket);
});

interface Options {
  /** The links that an application puts before AWS's. */
  readonly before?: readonly ApolloLink[];
  readonly token?: string;
}

/** The unmodified client, with AWS's links as documented. */
const createClient = (url: string, { before = [], token = signToken() }: Options = {}): ApolloClient => {
  const auth: AuthOptions = { type: 'AMAZON_COGNITO_USER_POOLS', jwtToken: async () => token };
  const options = { url, region: 'eu-west-1', auth };
  return new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([
      ...before,
      createAuthLink(options),
      createSubscriptionHandshakeLink(options, new HttpLink({ uri: url })),
    ]),
  });
};

/** As in docs/guides/real-time.md: only subscriptions are retried, since a repeated mutation may take effect twice. */
const createRetry = (): RetryLink =>
  new RetryLink({
    delay: { max: 60_000 },
    attempts: (_, { operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
  });

/** Subscribes until the test ends; an error counts as an event. */
const subscribe = (client: ApolloClient): readonly unknown[] => {
  const events: unknown[] = [];
  const subscription = client
    .subscribe({ query: gql('subscription { onMine { id owner } }') })
    .subscribe(({ data, error }) => events.push(error ?? data));
  onTestFinished(() => subscription.unsubscribe());
  return events;
};

const post = (client: ApolloClient, id: string): Promise<unknown> =>
  client.mutate({
    mutation: gql`
      mutation Post($id: ID, $owner: String) {
        post(id: $id, owner: $owner) {
          id
          owner
        }
      }
    `,
    variables: { id, owner: 'owner' },
  });

/** Posts until the subscriber has the post: only the client knows when it is ready. */
const postUntil = async (client: ApolloClient, id: string, events: readonly unknown[]): Promise<void> => {
  await expect
    .poll(
      async () => {
        await post(client, id);
        return JSON.stringify(events);
      },
      { timeout: 25_000, interval: 200 },
    )
    .toContain(`"id":"${id}"`);
};

describe('Apollo, with AWS’s links', () => {
  it('receives its user’s events, and none of a second user’s', async () => {
    const { url, ask } = await startApi(noticeBoard);
    const client = createClient(url);
    const events = subscribe(client);
    await postUntil(client, 'mine', events);

    await ask('mutation { post(id: "theirs", owner: "stranger") { id owner } }');
    await post(client, 'last');

    await expect
      .poll(() => events.at(-1), { timeout: 25_000 })
      .toMatchObject({ onMine: { id: 'last', owner: 'owner' } });
    expect(JSON.stringify(events)).not.toContain('stranger');
  });

  it('says that the connection closed, and leaves it at that without a link that retries', async () => {
    const { url, stop } = await startApi(noticeBoard);
    const client = createClient(url);
    const events = subscribe(client);
    await postUntil(client, 'mine', events);

    await stop();

    await expect
      .poll(() => events.at(-1), { timeout: 25_000 })
      .toMatchObject({ cause: { errors: [{ message: 'Connection closed' }] } });
  });

  it('connects again behind Apollo’s own RetryLink when the server has been away', async () => {
    const first = await startApi(noticeBoard);
    const client = createClient(first.url, { before: [createRetry()] });
    const events = subscribe(client);
    await postUntil(client, 'before', events);

    await first.stop();
    await startApi(noticeBoard, {}, onTestFinished, first.port);

    await postUntil(client, 'after', events);
    expect(events.every((event) => !(event instanceof Error))).toBe(true);
  }, 60_000);

  it('is refused at once behind it when the token is no good, and asks once', async () => {
    const asked: string[] = [];
    const counting = new ApolloLink((operation, forward) => {
      asked.push(String(operation.operationName));
      return forward(operation);
    });
    const { url } = await startApi(noticeBoard);
    const client = createClient(url, { before: [createRetry(), counting], token: 'no.good.token' });

    await expect(client.query({ query: gql('query Nothing { nothing }') })).rejects.toMatchObject({ statusCode: 401 });
    await expect(post(client, 'mine')).rejects.toMatchObject({ statusCode: 401 });
    expect(asked).toEqual(['Nothing', 'Post']);
  });
});
