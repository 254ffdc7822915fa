import type { ForgotPasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { deliveryDetails } from '../codes/sentCodes';
import { invalidParameter, notAuthorized, userNotFound } from '../errors';
import { clientId, username } from '../input/members';
import type { Services } from '../services';
import { requireClient } from '../settings';
import type { User } from '../store/rows';
import { findUser } from '../users/findUser';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html */
export const forgotPassword = operation(
  { ClientId: clientId, Username: username },
  async (
    { ClientId, Username },
    { settings, store, codes }: Pick<Services, 'settings' | 'store' | 'codes'>,
  ): Promise<ForgotPasswordResponse> => {
    requireClient(settings, ClientId);
    const email = await store.transact((write) => {
      const user = findUser(store, Username);
      if (user === undefined && settings.client.preventUserExistenceErrors) return Username;
      if (user === undefined) throw userNotFound();
      requireRecoverable(user);
      write(...codes.send(user, 'forgotPassword'));
      return user.attributes.email ?? '';
    });
    return { CodeDeliveryDetails: deliveryDetails(email) };
  },
);

const requireRecoverable = (user: User) => {
  if (!user.isEnabled) throw notAuthorized('User is disabled.');
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    throw notAuthorized('User password cannot be reset in the current state.');
  }
  if (user.attributes.email_verified !== 'true') {
    throw invalidParameter(
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    );
  }
};
