import type { AdminDisableUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { poolId, username } from '../input/members';
import type { Services } from '../services';
import { requirePool } from '../settings';
import { requireUser } from '../users/findUser';
import { adminOperation } from './operation';

/**
 * Also revokes all tokens of the user; enabling the user again restores none.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html
 */
export const adminDisableUser = adminOperation(
  { UserPoolId: poolId, Username: username },
  async (
    input,
    { settings, store, clock, grants }: Pick<Services, 'settings' | 'store' | 'clock' | 'grants'>,
  ): Promise<AdminDisableUserResponse> => {
    requirePool(settings, input.UserPoolId);
    await store.transact((write) => {
      const user = requireUser(store, input.Username);
      write(store.users.put({ ...user, isEnabled: false, modifiedAt: clock() }), ...grants.revokeAll(user.id));
    });
    return {};
  },
);
