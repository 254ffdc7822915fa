import type { CreateGroupResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../errors';
import { integer, optional } from '../input/check';
import { groupName } from '../input/members';
import { text } from '../input/text';
import type { Services } from '../services';
import { describeGroup } from '../users/describeGroup';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html */
export const createGroup = adminOperation(
  {
    GroupName: groupName,
    Description: optional(text({ most: 2048 })),
    Precedence: optional(integer(0, 2 ** 31 - 1)),
    RoleArn: optional(text({ least: 20, most: 2048, pattern: /^arn:\S+$/ })),
  },
  async (input, services: Pick<Services, 'settings' | 'store' | 'clock'>): Promise<CreateGroupResponse> => {
    const { settings, store, clock } = services;
    const now = clock();
    const group = {
      id: input.GroupName,
      description: input.Description,
      precedence: input.Precedence,
      roleArn: input.RoleArn,
      createdAt: now,
      modifiedAt: now,
    };
    await store.transact((write) => {
      if (store.groups.get(group.id)) {
        throw new CognitoError('GroupExistsException', 'A group with the name already exists.');
      }
      write(store.groups.put(group));
    });
    return { Group: describeGroup(settings, group) };
  },
);
