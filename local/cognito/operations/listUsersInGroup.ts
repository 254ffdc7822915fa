import type { ListUsersInGroupResponse } from '@aws-sdk/client-cognito-identity-provider';
import { integer, optional } from '../input/check';
import { groupName } from '../input/members';
import { text } from '../input/text';
import type { Services } from '../services';
import { describeUser } from '../users/describeUser';
import { requireGroup } from '../users/groups';
import { pageOf } from './pageOf';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html */
export const listUsersInGroup = adminOperation(
  {
    GroupName: groupName,
    Limit: optional(integer(0, 60)),
    NextToken: optional(text({ least: 1 })),
  },
  async (input, services: Pick<Services, 'store'>): Promise<ListUsersInGroupResponse> => {
    const { store } = services;
    const { id } = requireGroup(store, input.GroupName);
    const members = store.users.all().filter((user) => user.groups.includes(id));
    const { rows, nextToken } = pageOf(members, input.Limit, input.NextToken);
    return { Users: rows.map(describeUser), NextToken: nextToken };
  },
);
