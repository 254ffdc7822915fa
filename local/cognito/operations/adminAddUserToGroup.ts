import { groupName, username } from '../input/members';
import type { Services } from '../services';
import { requireGroup } from '../users/groups';
import { updateUser } from '../users/updateUser';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html */
export const adminAddUserToGroup = adminOperation(
  { Username: username, GroupName: groupName },
  async (input, services: Pick<Services, 'store' | 'clock'>) => {
    await updateUser(services, input.Username, ({ groups }) => {
      const { id } = requireGroup(services.store, input.GroupName);
      return { groups: groups.includes(id) ? groups : [...groups, id] };
    });
    return {};
  },
);
