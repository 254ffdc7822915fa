import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError, notAuthorized, userDisabled, userNotConfirmed } from '../errors';
import type { Services } from '../services';
import type { User } from '../store/rows';
import { readableAttributes } from '../users/attributes';
import { complete } from './complete';

export type ProceedServices = Pick<
  Services,
  'settings' | 'clock' | 'store' | 'sessions' | 'lockout' | 'conclude' | 'grants' | 'issueTokens'
>;

/** What follows once the password is proven: a refusal, another challenge, or tokens. */
export const proceed = async (services: ProceedServices, user: User, login: string): Promise<InitiateAuthResponse> => {
  if (!user.isEnabled) throw userDisabled();
  switch (user.status) {
    case 'UNCONFIRMED':
      throw userNotConfirmed();
    case 'RESET_REQUIRED':
      throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user');
    case 'FORCE_CHANGE_PASSWORD':
      return askNewPassword(services, user, login);
    case 'CONFIRMED':
      return askSecondFactor(services, user, login) ?? complete(services, user, login);
  }
};

const askNewPassword = (services: ProceedServices, user: User, login: string): InitiateAuthResponse => {
  if (user.passwordExpiresAt !== undefined && services.clock() >= user.passwordExpiresAt) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  }
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: services.sessions.open({ challenge: 'NEW_PASSWORD_REQUIRED', login, userId: user.id }),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.id,
      requiredAttributes: '[]',
      userAttributes: JSON.stringify(readableAttributes(services.settings.client, user)),
    },
  };
};

const askSecondFactor = (services: ProceedServices, user: User, login: string): InitiateAuthResponse | undefined => {
  const mode = services.settings.pool.mfa;
  if (mode === 'OFF') return undefined;
  if (user.softwareToken?.isVerified && (user.softwareToken.isEnabled || mode === 'REQUIRED')) {
    return {
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session: services.sessions.open({ challenge: 'SOFTWARE_TOKEN_MFA', login, userId: user.id }),
      ChallengeParameters: { USER_ID_FOR_SRP: user.id },
    };
  }
  if (mode === 'OPTIONAL') return undefined;
  return {
    ChallengeName: 'MFA_SETUP',
    Session: services.sessions.open({ challenge: 'MFA_SETUP', login, userId: user.id }),
    ChallengeParameters: { USER_ID_FOR_SRP: user.id, MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
  };
};
