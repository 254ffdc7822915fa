import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { type AuthOptions, createAuthLink } from 'aws-appsync-auth-link';
import { createSubscriptionHandshakeLink } from 'aws-appsync-subscription-link';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { signToken } from '../edge/signToken';
import { startApi } from '../edge/startApi';
import { noticeBoard } from './noticeBoard';

beforeAll(() => {
  // Node before 22 has none.
  Reflect.set(globalThis, 'WebSocket', WebSocket);
});

describe('Apollo, with AWS’s links', () => {
  it('receives its user’s events, and none of a second user’s', async () => {
    const { url, ask } = await startApi(noticeBoard);
    const auth: AuthOptions = { type: 'AMAZON_COGNITO_USER_POOLS', jwtToken: async () => signToken() };
    const options = { url, region: 'eu-west-1', auth };
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: ApolloLink.from([
        createAuthLink(options),
        createSubscriptionHandshakeLink(options, new HttpLink({ uri: url })),
      ]),
    });
    const events: unknown[] = [];
    const post = gql`
      mutation Post($id: ID, $owner: String) {
        post(id: $id, owner: $owner) {
          id
          owner
        }
      }
    `;
    const subscription = client
      .subscribe({ query: gql('subscription { onMine { id owner } }') })
      .subscribe(({ data, error }) => events.push(error ?? data));
    onTestFinished(() => subscription.unsubscribe());

    // When the client is ready, only the client knows.
    await expect
      .poll(
        async () => {
          await client.mutate({ mutation: post, variables: { id: 'mine', owner: 'owner' } });
          return events.length;
        },
        { timeout: 25_000, interval: 200 },
      )
      .toBeGreaterThan(0);
    await ask('mutation { post(id: "theirs", owner: "stranger") { id owner } }');
    await client.mutate({ mutation: post, variables: { id: 'last', owner: 'owner' } });

    await expect
      .poll(() => events.at(-1), { timeout: 25_000 })
      .toMatchObject({ onMine: { id: 'last', owner: 'owner' } });
    expect(JSON.stringify(events)).not.toContain('stranger');
  });
});
