import {
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
  type AuthenticationResultType,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientId, password, type RunningPool } from './startPool';

export const owner = 'owner@example.com';
export const stranger = 'stranger@example.com';

/** Signs a person up, unconfirmed; returns the `sub`. */
export const signUp = async (pool: RunningPool, Username: string): Promise<string> => {
  const { UserSub } = await pool.aws.send(new SignUpCommand({ ClientId: clientId, Username, Password: password }));
  return UserSub ?? '';
};

/** Signs a person up and confirms the address; returns the `sub`. */
export const join = async (pool: RunningPool, Username: string): Promise<string> => {
  const sub = await signUp(pool, Username);
  const ConfirmationCode = await pool.mailedCode(Username);
  await pool.aws.send(new ConfirmSignUpCommand({ ClientId: clientId, Username, ConfirmationCode }));
  return sub;
};

/** Begins a sign-in with the plain password. */
export const beginSignIn = (pool: RunningPool, USERNAME: string, PASSWORD = password) =>
  pool.aws.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    }),
  );

/** A complete set of tokens. */
export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string;
}

/** Signs in a person who needs only a password. */
export const signIn = async (pool: RunningPool, username: string, secret = password): Promise<Tokens> =>
  tokensOf((await beginSignIn(pool, username, secret)).AuthenticationResult);

/** The tokens in a response; fails the test when there are none. */
export const tokensOf = (result: AuthenticationResultType | undefined): Tokens => {
  if (!result?.AccessToken || !result.IdToken) throw new Error('The answer holds no tokens.');
  return { accessToken: result.AccessToken, idToken: result.IdToken, refreshToken: result.RefreshToken ?? '' };
};
