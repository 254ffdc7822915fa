import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { userNotFound } from '../errors';
import { findUser } from '../users/findUser';
import { beginSrp, type BeginSrpServices } from './beginSrp';
import { proceed, type ProceedServices } from './proceed';
import { requireParameter } from './requireParameter';
import { requirePassword } from './requirePassword';
import { srpFaceOf } from './srpFace';

export interface Choice {
  readonly login: string;
  /** The challenge that the client prefers; for an unavailable one, the answer lists those that are available. */
  readonly choice: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Choice-based sign-in, first with PREFERRED_CHALLENGE, then with the ANSWER to SELECT_CHALLENGE.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 */
export const chooseChallenge = async (
  services: BeginSrpServices & ProceedServices,
  { login, choice, parameters }: Choice,
): Promise<InitiateAuthResponse> => {
  if (choice === 'PASSWORD_SRP') {
    const challenge = beginSrp(services, login, requireParameter(parameters, 'SRP_A'));
    // Clients of this flow expect a session besides the secret block, and send both back.
    return { ...challenge, Session: challenge.ChallengeParameters?.SECRET_BLOCK };
  }
  if (choice === 'PASSWORD') {
    const user = await requirePassword(services, login, requireParameter(parameters, 'PASSWORD'));
    return proceed(services, user, login);
  }
  const user = findUser(services.store, login);
  if (user === undefined && !services.settings.client.preventUserExistenceErrors) throw userNotFound();
  const { userId } = srpFaceOf(services.sealing, login, user);
  return {
    ChallengeName: 'SELECT_CHALLENGE',
    Session: services.sessions.open({ challenge: 'SELECT_CHALLENGE', login, userId }),
    ChallengeParameters: {},
    AvailableChallenges: ['PASSWORD', 'PASSWORD_SRP'],
  };
};
