import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized } from '../errors';
import type { Services } from '../services';
import { tokensInAnswer } from './complete';

/** New access and id tokens for a refresh token of this client, which itself stays as it is. */
export const refresh = async (
  { store, grants, issueTokens }: Pick<Services, 'store' | 'grants' | 'issueTokens'>,
  refreshToken: string,
  clientId: string,
): Promise<AuthenticationResultType> => {
  const grant = grants.require(refreshToken, clientId);
  const user = store.users.get(grant.userId);
  if (user === undefined) throw notAuthorized('Invalid Refresh Token');
  if (!user.isEnabled) throw notAuthorized('User is disabled.');
  return tokensInAnswer(await issueTokens(user, grant));
};
