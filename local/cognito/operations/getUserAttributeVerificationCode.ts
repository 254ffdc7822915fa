import type { GetUserAttributeVerificationCodeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { deliveryDetails } from '../codes/sentCodes';
import { invalidParameter } from '../errors';
import { attributeName, token } from '../input/members';
import type { Services } from '../services';
import { requireUser } from '../users/findUser';
import { operation } from './operation';

/**
 * Another code for the address that waits for one, else for the user's own.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAttributeVerificationCode.html
 */
export const getUserAttributeVerificationCode = operation(
  { AccessToken: token, AttributeName: attributeName },
  async (
    { AccessToken, AttributeName },
    { store, codes, verifyCaller }: Pick<Services, 'store' | 'codes' | 'verifyCaller'>,
  ): Promise<GetUserAttributeVerificationCodeResponse> => {
    const caller = await verifyCaller(AccessToken);
    requireVerifiable(AttributeName);
    return store.transact((write) => {
      const user = requireUser(store, caller.user.id);
      if (user.pendingEmail === undefined && user.attributes.email_verified === 'true') {
        throw invalidParameter('User is already confirmed.');
      }
      write(...codes.send(user, 'verifyEmail'));
      return { CodeDeliveryDetails: deliveryDetails(user.pendingEmail ?? user.attributes.email ?? '') };
    });
  },
);

/** Refuses attributes to which no code can be sent. */
export const requireVerifiable = (name: string): void => {
  if (name !== 'email') throw invalidParameter(`Attribute ${name} cannot be verified in this user pool.`);
};
