import { CognitoError } from '../../errors';
import { revokeToken } from '../../operations/revokeToken';
import { OAuthError, type OAuthErrorName } from '../errors';
import type { Hosted } from '../hosted';
import type { HostedAnswer } from '../web/answer';
import type { HostedRequest } from '../web/request';
import { readParameter } from './parameters';
import { invalidRequest, requirePublicClient } from './publicClient';

/**
 * `POST /oauth2/revoke`: revokes the grant of a refresh token.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html
 */
export const revoke = async ({ services }: Hosted, request: HostedRequest): Promise<HostedAnswer> => {
  requirePublicClient(services.settings, request);
  const token = readParameter(request.form, 'token', invalidRequest);
  if (token === undefined) throw invalidRequest('token is missing');
  try {
    await revokeToken.answer(services, { ClientId: services.settings.clientId, Token: token });
  } catch (error) {
    throw error instanceof CognitoError ? new OAuthError(names[error.name] ?? 'invalid_request', error.message) : error;
  }
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: '' };
};

const names: Partial<Record<CognitoError['name'], OAuthErrorName>> = {
  UnsupportedOperationException: 'unauthorized_client',
  UnsupportedTokenTypeException: 'unsupported_token_type',
  UnauthorizedException: 'unauthorized_client',
};
