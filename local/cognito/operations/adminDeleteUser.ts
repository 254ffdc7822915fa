import { username } from '../input/members';
import type { Services } from '../services';
import { removeUser } from '../users/removeUser';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html */
export const adminDeleteUser = adminOperation(
  { Username: username },
  async (input, services: Pick<Services, 'store' | 'codes'>) => {
    await removeUser(services, input.Username);
    return {};
  },
);
