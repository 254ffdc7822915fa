import type { AuthenticationResultType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { incorrectLogin } from '../errors';
import type { Services } from '../services';
import type { User } from '../store/rows';
import type { IssuedTokens } from '../tokens/issueTokens';

/** Ends a sign-in that lacks nothing: the failures are forgiven, the sign-in is recorded, tokens are issued. */
export const complete = async (
  { store, lockout, grants, issueTokens }: Pick<Services, 'store' | 'lockout' | 'grants' | 'issueTokens'>,
  user: User,
  login: string,
): Promise<InitiateAuthResponse> => {
  const { grant, refreshToken, change } = grants.create(user);
  const current = await store.transact((write) => {
    const found = store.users.get(user.id);
    if (found === undefined || !found.isEnabled) throw incorrectLogin();
    write(...lockout.forgive(login), change);
    return found;
  });
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...tokensInAnswer(await issueTokens(current, grant)), RefreshToken: refreshToken },
  };
};

/** Tokens as operations answer them. */
export const tokensInAnswer = (tokens: IssuedTokens): AuthenticationResultType => ({
  AccessToken: tokens.accessToken,
  ExpiresIn: tokens.expiresInSeconds,
  IdToken: tokens.idToken,
  TokenType: 'Bearer',
});
