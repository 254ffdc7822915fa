import type { UpdateUserAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { deliveryDetails } from '../codes/sentCodes';
import { attributes, token } from '../input/members';
import type { Services } from '../services';
import { mergeAttributes, parseAttributes, requireWritable } from '../users/attributes';
import { requireUser } from '../users/findUser';
import { requireFreeEmail } from '../users/requireFreeEmail';
import { operation } from './operation';

/**
 * A new address counts at once, unverified, and a code is sent to it.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserAttributes.html
 */
export const updateUserAttributes = operation(
  { AccessToken: token, UserAttributes: attributes },
  async (
    { AccessToken, UserAttributes },
    {
      settings,
      store,
      codes,
      clock,
      verifyCaller,
    }: Pick<Services, 'settings' | 'store' | 'codes' | 'clock' | 'verifyCaller'>,
  ): Promise<UpdateUserAttributesResponse> => {
    const caller = await verifyCaller(AccessToken);
    const changed = parseAttributes(UserAttributes);
    requireWritable(settings.client, changed);
    return store.transact((write) => {
      const user = requireUser(store, caller.user.id);
      const email = changed.email === user.attributes.email ? undefined : changed.email;
      const proven = email === undefined ? changed : { ...changed, email_verified: 'false' };
      const merged = mergeAttributes(user.attributes, proven);
      const next = { ...user, attributes: merged, modifiedAt: clock() };
      write(store.users.put(next));
      if (email === undefined) return { CodeDeliveryDetailsList: [] };
      requireFreeEmail(store, email, user.id);
      write(...codes.send(next, 'verifyEmail'));
      return { CodeDeliveryDetailsList: [deliveryDetails(email)] };
    });
  },
);
