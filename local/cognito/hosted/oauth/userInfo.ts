import { CognitoError } from '../../errors';
import { attributesInScope, openIdScope } from '../../tokens/scopes';
import type { Caller } from '../../tokens/verifyAccessToken';
import { OAuthError } from '../errors';
import type { Hosted } from '../hosted';
import { json, type HostedAnswer } from '../web/answer';
import type { HostedRequest } from '../web/request';

/**
 * `GET /oauth2/userInfo`: the access token's user, with the attributes that its scope allows. `email_verified` is a
 * string here, as in Cognito. https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
export const userInfo = async ({ services }: Hosted, { authorization }: HostedRequest): Promise<HostedAnswer> => {
  const [, accessToken] = /^Bearer ([A-Za-z0-9\-_.]{1,16384})$/i.exec(authorization ?? '') ?? [];
  if (accessToken === undefined) throw new OAuthError('invalid_request', 'a bearer access token is missing', 401);
  const { user, grant } = await requireCaller(() => services.verifyCaller(accessToken, openIdScope));
  const attributes = attributesInScope(services.settings.client, user, grant.scope);
  return json({ sub: user.id, ...attributes, username: user.id });
};

const requireCaller = async (verify: () => Promise<Caller>): Promise<Caller> => {
  try {
    return await verify();
  } catch (error) {
    throw error instanceof CognitoError ? new OAuthError('invalid_token', error.message, 401) : error;
  }
};
