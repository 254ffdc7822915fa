import type { AdminUserGlobalSignOutResponse } from '@aws-sdk/client-cognito-identity-provider';
import { username } from '../input/members';
import type { Services } from '../services';
import { requireUser } from '../users/findUser';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html */
export const adminUserGlobalSignOut = adminOperation(
  { Username: username },
  async (input, services: Pick<Services, 'store' | 'grants'>): Promise<AdminUserGlobalSignOutResponse> => {
    await services.store.transact((write) => {
      write(...services.grants.revokeAll(requireUser(services.store, input.Username).id));
    });
    return {};
  },
);
