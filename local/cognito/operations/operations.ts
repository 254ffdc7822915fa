import { confirmSignUp } from './confirmSignUp';
import { getTokensFromRefreshToken } from './getTokensFromRefreshToken';
import { getUser } from './getUser';
import { globalSignOut } from './globalSignOut';
import { initiateAuth } from './initiateAuth';
import { resendConfirmationCode } from './resendConfirmationCode';
import { respondToAuthChallenge } from './respondToAuthChallenge';
import { revokeToken } from './revokeToken';
import { signUp } from './signUp';
import type { Operation } from './operation';

/** The operations that this pool answers. */
export const operations = {
  ConfirmSignUp: confirmSignUp,
  GetTokensFromRefreshToken: getTokensFromRefreshToken,
  GetUser: getUser,
  GlobalSignOut: globalSignOut,
  InitiateAuth: initiateAuth,
  ResendConfirmationCode: resendConfirmationCode,
  RespondToAuthChallenge: respondToAuthChallenge,
  RevokeToken: revokeToken,
  SignUp: signUp,
} as const satisfies Record<string, Operation>;

export type SupportedName = keyof typeof operations;

/** Whether it names an operation that this pool answers. */
export const isSupported = (name: string): name is SupportedName => Object.hasOwn(operations, name);
