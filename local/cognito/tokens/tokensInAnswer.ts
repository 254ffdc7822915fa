import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import type { IssuedTokens } from './issueTokens';

/** Tokens in the form of an operation's output. */
export const tokensInAnswer = (tokens: IssuedTokens): AuthenticationResultType => ({
  AccessToken: tokens.accessToken,
  ExpiresIn: tokens.expiresInSeconds,
  IdToken: tokens.idToken,
  TokenType: 'Bearer',
});
