import type { VerifySoftwareTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError, invalidSession, tokenOrSessionRequired } from '../errors';
import { optional } from '../input/check';
import { session, token } from '../input/members';
import { text } from '../input/text';
import type { Services } from '../services';
import type { User } from '../store/rows';
import { findStep } from '../totp/totp';
import { updateUser } from '../users/updateUser';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html */
export const verifySoftwareToken = operation(
  {
    AccessToken: optional(token),
    Session: optional(session),
    UserCode: text({ least: 6, most: 6, pattern: /^[0-9]+$/ }),
    FriendlyDeviceName: optional(text({ most: 131_072 })),
  },
  async (
    { AccessToken, Session, UserCode },
    services: Pick<Services, 'store' | 'clock' | 'sessions' | 'verifyCaller'>,
  ): Promise<VerifySoftwareTokenResponse> => {
    const now = services.clock();
    if (AccessToken !== undefined) {
      const { user } = await services.verifyCaller(AccessToken);
      await updateUser(services, user.id, (current) => ({
        softwareToken: proveToken(current.pendingTokenSecret, UserCode, { now, isEnabled: isEnabled(current) }),
        pendingTokenSecret: undefined,
      }));
      return { Status: 'SUCCESS' };
    }
    if (Session === undefined) throw tokenOrSessionRequired();
    const { secret, userId, login } = services.sessions.require(Session, 'MFA_SETUP');
    await updateUser(services, userId, (current) => {
      // An old session must not replace an app that has been set up since.
      if (current.softwareToken?.isVerified) throw invalidSession();
      return { softwareToken: proveToken(secret, UserCode, { now, isEnabled: true }) };
    });
    return {
      Status: 'SUCCESS',
      Session: services.sessions.open({ challenge: 'MFA_SETUP', login, userId, secret }),
    };
  },
);

const isEnabled = ({ softwareToken }: User) => softwareToken?.isEnabled ?? false;

const proveToken = (
  secret: string | undefined,
  code: string,
  { now, isEnabled }: { now: number; isEnabled: boolean },
) => {
  if (secret === undefined) {
    throw new CognitoError('SoftwareTokenMFANotFoundException', 'No authenticator app is being set up.');
  }
  const step = findStep(secret, code, { now, after: 0 });
  if (step === undefined) throw new CognitoError('EnableSoftwareTokenMFAException', 'Code mismatch');
  return { secret, isVerified: true, isEnabled, isPreferred: isEnabled, lastStep: step };
};
