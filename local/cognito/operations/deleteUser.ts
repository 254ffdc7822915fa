import { token } from '../input/members';
import type { Services } from '../services';
import { removeUser } from '../users/removeUser';
import { operation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUser.html */
export const deleteUser = operation(
  { AccessToken: token },
  async ({ AccessToken }, services: Pick<Services, 'store' | 'codes' | 'verifyCaller'>) => {
    const { user } = await services.verifyCaller(AccessToken);
    await removeUser(services, user.id);
    return {};
  },
);
