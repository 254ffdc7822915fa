import { OnMyFileEvent } from '../../../../schema/generated/amplify';
import { encodeHeaders, openSocket, type RawClient } from './openSocket';

/** Connects and waits until the subscription to the caller's file events is acknowledged. */
export const listenToFiles = async (graphql: string, token: string): Promise<RawClient> => {
  const headers = { Authorization: token };
  const protocols = ['graphql-ws', `header-${encodeHeaders({ ...headers, host: 'localhost' })}`];
  const client = await openSocket(graphql, { protocols });
  client.say({ type: 'connection_init' });
  await client.next();
  await client.subscribe('1', OnMyFileEvent, { headers });
  return client;
};
