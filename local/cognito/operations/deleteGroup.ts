import { groupName } from '../input/members';
import type { Services } from '../services';
import { requireGroup } from '../users/groups';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteGroup.html */
export const deleteGroup = adminOperation(
  { GroupName: groupName },
  async (input, services: Pick<Services, 'store'>) => {
    const { store } = services;
    await store.transact((write) => {
      const { id } = requireGroup(store, input.GroupName);
      const members = store.users.all().filter((user) => user.groups.includes(id));
      write(
        store.groups.remove(id),
        ...members.map((user) => store.users.put({ ...user, groups: user.groups.filter((name) => name !== id) })),
      );
    });
    return {};
  },
);
