import { poolId, username } from '../input/members';
import type { Services } from '../services';
import { requirePool } from '../settings';
import { removeUser } from '../users/removeUser';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html */
export const adminDeleteUser = adminOperation(
  { UserPoolId: poolId, Username: username },
  async (input, services: Pick<Services, 'settings' | 'store' | 'codes'>) => {
    requirePool(services.settings, input.UserPoolId);
    await removeUser(services, input.Username);
    return {};
  },
);
