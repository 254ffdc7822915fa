import type { AssociateSoftwareTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import { tokenOrSessionRequired } from '../errors';
import { optional } from '../input/check';
import { session, token } from '../input/members';
import type { Services } from '../services';
import { createTotpSecret } from '../totp/totp';
import { updateUser } from '../users/updateUser';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html */
export const associateSoftwareToken = operation(
  { AccessToken: optional(token), Session: optional(session) },
  async (
    { AccessToken, Session },
    services: Pick<Services, 'store' | 'clock' | 'sessions' | 'verifyCaller'>,
  ): Promise<AssociateSoftwareTokenResponse> => {
    const secret = createTotpSecret();
    if (AccessToken !== undefined) {
      const { user } = await services.verifyCaller(AccessToken);
      await updateUser(services, user.id, () => ({ pendingTokenSecret: secret }));
      return { SecretCode: secret };
    }
    if (Session === undefined) throw tokenOrSessionRequired();
    const state = services.sessions.require(Session, 'MFA_SETUP');
    await services.store.transact((write) => write(services.sessions.spend(state)));
    const { login, userId } = state;
    return {
      SecretCode: secret,
      Session: services.sessions.open({ challenge: 'MFA_SETUP', login, userId, secret }),
    };
  },
);
