import type { ForgotPasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { deliveryDetails } from '../codes/sentCodes';
import { invalidParameter, notResettable } from '../errors';
import { optional } from '../input/check';
import { clientId, secretHash, username } from '../input/members';
import type { Services } from '../services';
import { requireClient } from '../settings';
import type { User } from '../store/rows';
import { findUser } from '../users/findUser';
import { reachUser } from '../users/reachUser';
import { operation } from './operation';

/**
 * Where the client hides which users exist, a user who cannot be sent a code gets the same answer as one who can.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html
 */
export const forgotPassword = operation(
  { ClientId: clientId, SecretHash: optional(secretHash), Username: username },
  async (
    { ClientId, SecretHash, Username },
    { settings, store, codes }: Pick<Services, 'settings' | 'store' | 'codes'>,
  ): Promise<ForgotPasswordResponse> => {
    requireClient(settings, ClientId, SecretHash);
    const email = await store.transact((write) => {
      const user = reachUser(settings, findUser(store, Username));
      const isHidden = user?.attributes.email_verified !== 'true' && settings.client.preventUserExistenceErrors;
      if (user === undefined || isHidden) return Username;
      requireRecoverable(user);
      write(...codes.send(user, 'forgotPassword'));
      return user.attributes.email ?? '';
    });
    return { CodeDeliveryDetails: deliveryDetails(email) };
  },
);

const requireRecoverable = (user: User) => {
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    throw notResettable();
  }
  if (user.attributes.email_verified !== 'true') {
    throw invalidParameter(
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    );
  }
};
