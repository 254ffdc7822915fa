import type { ListGroupsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { integer, optional } from '../input/check';
import { text } from '../input/text';
import type { Services } from '../services';
import { describeGroup } from '../users/describeGroup';
import { pageOf } from './pageOf';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListGroups.html */
export const listGroups = adminOperation(
  { Limit: optional(integer(0, 60)), NextToken: optional(text({ least: 1 })) },
  async (input, services: Pick<Services, 'settings' | 'store'>): Promise<ListGroupsResponse> => {
    const { settings, store } = services;
    const { rows, nextToken } = pageOf(store.groups.all(), input.Limit, input.NextToken);
    return { Groups: rows.map((group) => describeGroup(settings, group)), NextToken: nextToken };
  },
);
