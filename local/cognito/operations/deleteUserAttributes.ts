import type { DeleteUserAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { list } from '../input/check';
import { attributeName, token } from '../input/members';
import type { Services } from '../services';
import { mergeAttributes, parseAttributes, requireWritable } from '../users/attributes';
import { updateUser } from '../users/updateUser';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserAttributes.html */
export const deleteUserAttributes = operation(
  { AccessToken: token, UserAttributeNames: list(attributeName) },
  async (
    { AccessToken, UserAttributeNames },
    services: Pick<Services, 'settings' | 'store' | 'clock' | 'verifyCaller'>,
  ): Promise<DeleteUserAttributesResponse> => {
    const caller = await services.verifyCaller(AccessToken);
    // `parseAttributes` refuses a blank `email`: the address is the user name and cannot be deleted.
    const blank = parseAttributes(UserAttributeNames.map((Name) => ({ Name })));
    requireWritable(services.settings.client, blank);
    await updateUser(services, caller.user.id, ({ attributes }) => ({
      attributes: mergeAttributes(attributes, blank),
    }));
    return {};
  },
);
