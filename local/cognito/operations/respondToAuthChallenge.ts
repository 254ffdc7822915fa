import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../errors';
import { optional, textMap, type Check } from '../input/check';
import { clientId, parameter, session } from '../input/members';
import { oneOf } from '../input/text';
import { requireClient } from '../settings';
import type { ChallengeServices } from '../signIn/challenges/challenge';
import { challenges, isChallengeName } from '../signIn/challenges/challenges';
import { operation } from './operation';

const responses: Check<Readonly<Record<string, string>>> = textMap;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html */
export const respondToAuthChallenge = operation(
  {
    ClientId: clientId,
    ChallengeName: oneOf(
      'SMS_MFA',
      'EMAIL_OTP',
      'SOFTWARE_TOKEN_MFA',
      'SELECT_MFA_TYPE',
      'MFA_SETUP',
      'PASSWORD_VERIFIER',
      'CUSTOM_CHALLENGE',
      'SELECT_CHALLENGE',
      'DEVICE_SRP_AUTH',
      'DEVICE_PASSWORD_VERIFIER',
      'ADMIN_NO_SRP_AUTH',
      'NEW_PASSWORD_REQUIRED',
      'SMS_OTP',
      'PASSWORD',
      'WEB_AUTHN',
      'PASSWORD_SRP',
    ),
    Session: optional(session),
    ChallengeResponses: optional(responses),
  },
  async (
    { ClientId, ChallengeName, Session, ChallengeResponses = {} },
    services: ChallengeServices,
  ): Promise<RespondToAuthChallengeResponse> => {
    requireClient(services.settings, ClientId, parameter(ChallengeResponses, 'SECRET_HASH'));
    if (!isChallengeName(ChallengeName)) {
      throw new CognitoError('NotImplementedException', `The challenge ${ChallengeName} is not set by this user pool.`);
    }
    return challenges[ChallengeName](services, { session: Session, responses: ChallengeResponses });
  },
);
