import type { Settings } from '../../settings';
import { OAuthError } from '../errors';
import type { HostedRequest } from '../web/request';
import { readParameter } from './parameters';

/** Refuses any client but the app client, which has no secret and so sends only its id, or an empty secret. RFC 6749, 3.2 */
export const requirePublicClient = (settings: Settings, { form, authorization }: HostedRequest): void => {
  if (authorization !== undefined || readParameter(form, 'client_secret', invalidRequest) !== undefined) {
    throw new OAuthError('invalid_client', 'this client has no secret', authorization === undefined ? 400 : 401);
  }
  const clientId = readParameter(form, 'client_id', invalidRequest);
  if (clientId === undefined) throw invalidRequest('client_id is missing');
  if (clientId !== settings.clientId) throw new OAuthError('invalid_client', 'there is no such client');
};

/** A parameter is missing or invalid. */
export const invalidRequest = (description: string) => new OAuthError('invalid_request', description);
