import type { UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { User } from '../store/rows';
import { listAttributes } from './attributes';

/** A user as administrators see it. */
export const describeUser = (user: User): UserType => ({
  Username: user.id,
  Attributes: listAttributes(user),
  ...describeState(user),
});

/** The members that administrators see of every user, in whatever operation. */
export const describeState = (user: User) => ({
  UserCreateDate: new Date(user.createdAt),
  UserLastModifiedDate: new Date(user.modifiedAt),
  Enabled: user.isEnabled,
  UserStatus: user.status,
});
