import { OAuthError } from '../errors';
import type { Hosted } from '../hosted';
import { json, type HostedAnswer } from '../web/answer';
import type { HostedRequest } from '../web/request';
import { readParameter } from './parameters';
import { invalidRequest, requirePublicClient } from './publicClient';
import { tokenGrants } from './tokenGrants';

/**
 * `POST /oauth2/token`: tokens for a code or a refresh token.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export const token = async (hosted: Hosted, request: HostedRequest): Promise<HostedAnswer> => {
  const { settings } = hosted.services;
  requirePublicClient(settings, request);
  const optional = (name: string) => readParameter(request.form, name, invalidRequest);
  const required = (name: string) => {
    const value = optional(name);
    if (value === undefined) throw invalidRequest(`${name} is missing`);
    return value;
  };
  const type = required('grant_type');
  if (type === 'client_credentials') throw unauthorized('client credentials are for clients with a secret');
  const grant = Object.hasOwn(tokenGrants, type) ? tokenGrants[type] : undefined;
  if (grant === undefined) throw new OAuthError('unsupported_grant_type', 'there is no such grant_type');
  if (type === 'authorization_code' && !settings.client.oauth.flows.includes('code')) {
    throw unauthorized('the code grant is not allowed');
  }
  return json(await grant(hosted, { required, optional }));
};

const unauthorized = (description: string) => new OAuthError('unauthorized_client', description);
