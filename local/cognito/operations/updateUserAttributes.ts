import type { UpdateUserAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { deliveryDetails } from '../codes/sentCodes';
import { attributes, token } from '../input/members';
import type { Services } from '../services';
import { parseAttributes, requireWritable } from '../users/attributes';
import { changeAttributes } from '../users/changeAttributes';
import { requireUser } from '../users/findUser';
import { operation } from './operation';

/**
 * Sends a code to a new address, which takes effect when the code comes back, or at once if the pool does not verify
 * before an update.
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
      const next = { ...changeAttributes({ settings, store }, user, changed), modifiedAt: clock() };
      write(store.users.put(next));
      const { email } = changed;
      if (email === undefined || email === user.attributes.email) return { CodeDeliveryDetailsList: [] };
      write(...codes.send(next, 'verifyEmail'));
      return { CodeDeliveryDetailsList: [deliveryDetails(email)] };
    });
  },
);
