import { userDisabled, userNotFound } from '../errors';
import type { Settings } from '../settings';
import type { User } from '../store/rows';

/**
 * The user, if somebody who shows no token may have to do with them. Where the client hides who exists, a disabled user
 * is as good as none, and the caller pretends; else either is said.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
export const reachUser = ({ client }: Pick<Settings, 'client'>, user: User | undefined): User | undefined => {
  if (user?.isEnabled) return user;
  if (client.preventUserExistenceErrors) return undefined;
  throw user === undefined ? userNotFound() : userDisabled();
};
