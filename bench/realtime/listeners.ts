import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client/core';
import { generateClient } from 'aws-amplify/api';
import { createAuthLink } from 'aws-appsync-auth-link';
import { createSubscriptionHandshakeLink } from 'aws-appsync-subscription-link';
import { WebSocket } from 'ws';
import { OnMyFileEvent } from '../../schema/generated/amplify';
import { OnMyFileEventDocument } from '../../schema/generated/documents';

/** Who is signed in where, and the file whose events they want. */
interface Wanted {
  readonly url: string;
  readonly token: string;
  readonly fileId: string;
}

/** Subscribes an unmodified client, which tells the version of the file in each event; the answer ends it. */
export type Listen = (wanted: Wanted, heard: (version: number) => void) => () => void;

Reflect.set(globalThis, 'WebSocket', WebSocket); // Node's own is not in every version

/** Amplify, as the last person that signed in. */
export const listenWithAmplify: Listen = ({ fileId }, heard) => {
  const subscription = generateClient()
    .graphql({ query: OnMyFileEvent, variables: { fileId } })
    .subscribe({ next: ({ data }) => heard(data.onMyFileEvent?.file.version ?? 0), error: console.error });
  return () => subscription.unsubscribe();
};

/** Apollo with AWS's links. */
export const listenWithApollo: Listen = ({ url, token, fileId }, heard) => {
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
