import type { GetUserAttributeVerificationCodeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { deliveryDetails } from '../codes/sentCodes';
import { invalidParameter } from '../errors';
import { attributeName, token } from '../input/members';
import type { Services } from '../services';
import { requireUser } from '../users/findUser';
import { operation } from './operation';

/**
 * Sends a code to the pending address, or else to the current one, whether or not it is verified.
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
      write(...codes.send(user, 'verifyEmail'));
      return { CodeDeliveryDetails: deliveryDetails(user.pendingEmail ?? user.attributes.email ?? '') };
    });
  },
);

/** Refuses attributes to which no code can be sent: this pool sends none to telephone numbers. */
export const requireVerifiable = (name: string): void => {
  if (name === 'phone_number') throw invalidParameter('User does not have a valid registered phone number');
  if (name !== 'email') throw invalidParameter('Invalid attribute name. Only phone_number and email can be verified.');
};
