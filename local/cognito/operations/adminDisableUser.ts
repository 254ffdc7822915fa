import type { AdminDisableUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { username } from '../input/members';
import type { Services } from '../services';
import { requireUser } from '../users/findUser';
import { adminOperation } from './operation';

/**
 * Also revokes all tokens of the user; enabling the user again restores none.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html
 */
export const adminDisableUser = adminOperation(
  { Username: username },
  async (
    input,
    { store, clock, grants }: Pick<Services, 'store' | 'clock' | 'grants'>,
  ): Promise<AdminDisableUserResponse> => {
    await store.transact((write) => {
      const user = requireUser(store, input.Username);
      write(store.users.put({ ...user, isEnabled: false, modifiedAt: clock() }), ...grants.revokeAll(user.id));
    });
    return {};
  },
);
