import type { AdminListGroupsForUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { integer, optional } from '../input/check';
import { username } from '../input/members';
import { text } from '../input/text';
import type { Services } from '../services';
import { describeGroup } from '../users/describeGroup';
import { requireUser } from '../users/findUser';
import { groupsOf } from '../users/groups';
import { pageOf } from './pageOf';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListGroupsForUser.html */
export const adminListGroupsForUser = adminOperation(
  {
    Username: username,
    Limit: optional(integer(0, 60)),
    NextToken: optional(text({ least: 1 })),
  },
  async (input, services: Pick<Services, 'settings' | 'store'>): Promise<AdminListGroupsForUserResponse> => {
    const { settings, store } = services;
    const groups = groupsOf(store, requireUser(store, input.Username));
    const { rows, nextToken } = pageOf(groups, input.Limit, input.NextToken);
    return { Groups: rows.map((group) => describeGroup(settings, group)), NextToken: nextToken };
  },
);
