import { groupName, poolId, username } from '../input/members';
import type { Services } from '../services';
import { requirePool } from '../settings';
import { requireGroup } from '../users/groups';
import { updateUser } from '../users/updateUser';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html */
export const adminRemoveUserFromGroup = adminOperation(
  { UserPoolId: poolId, Username: username, GroupName: groupName },
  async (input, services: Pick<Services, 'settings' | 'store' | 'clock'>) => {
    requirePool(services.settings, input.UserPoolId);
    await updateUser(services, input.Username, ({ groups }) => {
      const { id } = requireGroup(services.store, input.GroupName);
      return { groups: groups.filter((group) => group !== id) };
    });
    return {};
  },
);
