import type { AdminEnableUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { poolId, username } from '../input/members';
import type { Services } from '../services';
import { requirePool } from '../settings';
import { updateUser } from '../users/updateUser';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminEnableUser.html */
export const adminEnableUser = adminOperation(
  { UserPoolId: poolId, Username: username },
  async (input, services: Pick<Services, 'settings' | 'store' | 'clock'>): Promise<AdminEnableUserResponse> => {
    requirePool(services.settings, input.UserPoolId);
    await updateUser(services, input.Username, () => ({ isEnabled: true }));
    return {};
  },
);
