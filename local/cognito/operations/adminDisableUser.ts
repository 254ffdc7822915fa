import type { AdminDisableUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { poolId, username } from '../input/members';
import type { Services } from '../services';
import { requirePool } from '../settings';
import { updateUser } from '../users/updateUser';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html */
export const adminDisableUser = adminOperation(
  { UserPoolId: poolId, Username: username },
  async (input, services: Pick<Services, 'settings' | 'store' | 'clock'>): Promise<AdminDisableUserResponse> => {
    requirePool(services.settings, input.UserPoolId);
    await updateUser(services, input.Username, () => ({ isEnabled: false }));
    return {};
  },
);
