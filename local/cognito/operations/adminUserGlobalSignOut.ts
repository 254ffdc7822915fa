import type { AdminUserGlobalSignOutResponse } from '@aws-sdk/client-cognito-identity-provider';
import { poolId, username } from '../input/members';
import type { Services } from '../services';
import { requirePool } from '../settings';
import { requireUser } from '../users/findUser';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html */
export const adminUserGlobalSignOut = adminOperation(
  { UserPoolId: poolId, Username: username },
  async (input, services: Pick<Services, 'settings' | 'store' | 'grants'>): Promise<AdminUserGlobalSignOutResponse> => {
    requirePool(services.settings, input.UserPoolId);
    await services.store.transact((write) => {
      write(...services.grants.revokeAll(requireUser(services.store, input.Username).id));
    });
    return {};
  },
);
