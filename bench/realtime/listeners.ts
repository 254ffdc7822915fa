import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client/core';
import { generateClient } from 'aws-amplify/api';
import { createAuthLink } from 'aws-appsync-auth-link';
import { WebSocket } from 'ws';
import { OnMyFileEvent } from '../../schema/generated/amplify';
import { OnMyFileEventDocument } from '../../schema/generated/documents';

/** The API's endpoint, the signed-in user's token, and the file whose events are wanted. */
interface Wanted {
  readonly url: string;
  readonly token: string;
  readonly fileId: string;
}

/** Subscribes an unmodified client and reports the file's version in each event; resolves with what unsubscribes it. */
export type Listen = (wanted: Wanted, heard: (version: number) => void) => Promise<() => void>;

Reflect.set(globalThis, 'WebSocket', WebSocket); // not every supported Node has its own

/** Amplify, as the person who signed in last. */
export const listenWithAmplify: Listen = async ({ fileId }, heard) => {
  const subscription = generateClient()
    .graphql({ query: OnMyFileEvent, variables: { fileId } })
    .subscribe({ next: ({ data }) => heard(data.onMyFileEvent?.file.version ?? 0), error: console.error });
  return () => subscription.unsubscribe();
};

/** Apollo with AWS's links. */
export const listenWithApollo: Listen = async ({ url, token, fileId }, heard) => {
  // Loaded here: it looks for localStorage as it loads, and new Nodes print a warning about that.
  const { createSubscriptionHandshakeLink } = await import('aws-appsync-subscription-link');
  const options = { url, region: 'eu-west-1', auth: { type: 'AMAZON_COGNITO_USER_POOLS' as const, jwtToken: token } };
  const link = createSubscriptionHandshakeLink(options, new HttpLink({ uri: url }));
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([createAuthLink(options), link]),
  });
  const subscription = client
    .subscribe({ query: OnMyFileEventDocument, variables: { fileId } })
    .subscribe(({ data, error }) => (error ? console.error(error) : heard(data?.onMyFileEvent?.file.version ?? 0)));
  return () => subscription.unsubscribe();
};
