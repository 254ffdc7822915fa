import type { AdminUpdateUserAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { attributes, poolId, username } from '../input/members';
import type { Services } from '../services';
import { requirePool } from '../settings';
import { mergeAttributes, parseAttributes } from '../users/attributes';
import { requireFreeEmail } from '../users/requireFreeEmail';
import { updateUser } from '../users/updateUser';
import { adminOperation } from './operation';

/**
 * A new address is unverified unless the administrator says that it is verified. No code is sent.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
 */
export const adminUpdateUserAttributes = adminOperation(
  { UserPoolId: poolId, Username: username, UserAttributes: attributes },
  async (
    input,
    services: Pick<Services, 'settings' | 'store' | 'clock'>,
  ): Promise<AdminUpdateUserAttributesResponse> => {
    requirePool(services.settings, input.UserPoolId);
    const changed = parseAttributes(input.UserAttributes);
    await updateUser(services, input.Username, (user) => {
      const isMoved = changed.email !== undefined && changed.email !== user.attributes.email;
      if (changed.email !== undefined) requireFreeEmail(services.store, changed.email, user.id);
      const proven = isMoved ? { email_verified: 'false', ...changed } : changed;
      return { attributes: mergeAttributes(user.attributes, proven) };
    });
    return {};
  },
);
