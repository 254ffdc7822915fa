import type { IncomingMessage } from 'node:http';
import type { Authenticate } from '../auth/authenticate';
import type { Caller } from '../auth/caller';
import { credentialsOf, protocol, protocolsOf } from './credentials';
import { ConnectionRefused } from './errors';

/**
 * Authenticates a connecting client. An IAM signature must be that of a POST of "{}" to /graphql/connect.
 * https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html
 */
export const identify = async (request: IncomingMessage, authenticate: Authenticate): Promise<Caller> => {
  const offered = protocolsOf(request);
  if (offered.length === 0) throw new ConnectionRefused('NoProtocolError');
  if (!offered.includes(protocol)) throw new ConnectionRefused('SubProtocolNotSupportedError');
  const headers = credentialsOf(request);
  if (!headers) throw new ConnectionRefused('Required headers are missing.');
  return authenticate({ method: 'POST', url: '/graphql/connect', headers }, Buffer.from('{}'));
};
