import type { GroupType } from '@aws-sdk/client-cognito-identity-provider';
import type { Settings } from '../settings';
import type { Group } from '../store/rows';

/** A group in the form of an operation's output. */
export const describeGroup = ({ poolId }: Pick<Settings, 'poolId'>, group: Group): GroupType => ({
  GroupName: group.id,
  UserPoolId: poolId,
  Description: group.description,
  Precedence: group.precedence,
  RoleArn: group.roleArn,
  CreationDate: new Date(group.createdAt),
  LastModifiedDate: new Date(group.modifiedAt),
});
