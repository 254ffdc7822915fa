import type { AuthenticationResultType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { incorrectLogin } from '../errors';
import type { Services } from '../services';
import type { User } from '../store/rows';
import type { IssuedTokens } from '../tokens/issueTokens';

/** Completes a sign-in: resets the failure count, records the sign-in and answers it. */
export const complete = async (
  { store, lockout, conclude }: Pick<Services, 'store' | 'lockout' | 'conclude'>,
  user: User,
  login: string,
): Promise<InitiateAuthResponse> => {
  const { changes, answer } = conclude(user);
  const current = await store.transact((write) => {
    const found = store.users.get(user.id);
    if (found === undefined || !found.isEnabled) throw incorrectLogin();
    write(...lockout.forgive(login), ...changes);
    return found;
  });
  return answer(current);
};

/** Tokens in the form of an operation's output. */
export const tokensInAnswer = (tokens: IssuedTokens): AuthenticationResultType => ({
  AccessToken: tokens.accessToken,
  ExpiresIn: tokens.expiresInSeconds,
  IdToken: tokens.idToken,
  TokenType: 'Bearer',
});
