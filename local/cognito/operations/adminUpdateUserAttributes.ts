import type { AdminUpdateUserAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { attributes, poolId, username } from '../input/members';
import type { Services } from '../services';
import { requirePool } from '../settings';
import { parseAttributes } from '../users/attributes';
import { changeAttributes } from '../users/changeAttributes';
import { requireUser } from '../users/findUser';
import { adminOperation } from './operation';

/**
 * A new address counts at once if the administrator says in the same request that it is verified. Else it waits, where
 * the pool says so, for the code that is sent to it. AWS does not say what `email_verified` alone does to an address
 * that waits; here it speaks of the one that counts.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
 */
export const adminUpdateUserAttributes = adminOperation(
  { UserPoolId: poolId, Username: username, UserAttributes: attributes },
  async (
    input,
    { settings, store, codes, clock }: Pick<Services, 'settings' | 'store' | 'codes' | 'clock'>,
  ): Promise<AdminUpdateUserAttributesResponse> => {
    requirePool(settings, input.UserPoolId);
    const changed = parseAttributes(input.UserAttributes);
    await store.transact((write) => {
      const user = requireUser(store, input.Username);
      const next = { ...changeAttributes({ settings, store }, user, changed), modifiedAt: clock() };
      write(store.users.put(next));
      if (changed.email !== undefined && changed.email === next.pendingEmail) write(...codes.send(next, 'verifyEmail'));
    });
    return {};
  },
);
