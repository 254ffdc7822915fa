import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidRefreshToken, userDisabled } from '../errors';
import type { Services } from '../services';
import { tokensInAnswer } from '../tokens/tokensInAnswer';

/** New access and id tokens for a refresh token of this client; the refresh token itself stays the same. */
export const refresh = async (
  { store, grants, issueTokens }: Pick<Services, 'store' | 'grants' | 'issueTokens'>,
  refreshToken: string,
  clientId: string,
): Promise<AuthenticationResultType> => {
  const known = grants.find(refreshToken);
  const user = known?.clientId === clientId ? store.users.get(known.userId) : undefined;
  if (user === undefined) throw invalidRefreshToken();
  // Checked before revocation: disabling a user also revokes the tokens, and this is the error to report.
  if (!user.isEnabled) throw userDisabled();
  const grant = grants.require(refreshToken, clientId);
  return tokensInAnswer(await issueTokens(user, grant));
};
