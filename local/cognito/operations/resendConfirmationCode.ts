import type { ResendConfirmationCodeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { deliveryDetails } from '../codes/sentCodes';
import { invalidParameter } from '../errors';
import { optional } from '../input/check';
import { clientId, secretHash, username } from '../input/members';
import type { Services } from '../services';
import { requireClient } from '../settings';
import { findUser } from '../users/findUser';
import { reachUser } from '../users/reachUser';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html */
export const resendConfirmationCode = operation(
  { ClientId: clientId, SecretHash: optional(secretHash), Username: username },
  async (
    { ClientId, SecretHash, Username },
    { settings, store, codes }: Pick<Services, 'settings' | 'store' | 'codes'>,
  ): Promise<ResendConfirmationCodeResponse> => {
    requireClient(settings, ClientId, SecretHash);
    const email = await store.transact((write) => {
      const user = reachUser(settings, findUser(store, Username));
      // The answer simulates a delivery, so as not to reveal that the user does not exist; no message is sent.
      if (user === undefined) return Username;
      if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.');
      write(...codes.send(user, 'confirmSignUp'));
      return user.attributes.email ?? '';
    });
    return { CodeDeliveryDetails: deliveryDetails(email) };
  },
);
