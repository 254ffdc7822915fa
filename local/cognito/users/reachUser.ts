import { userDisabled, userNotFound } from '../errors';
import type { Settings } from '../settings';
import type { User } from '../store/rows';

/**
 * The user of an operation that takes no token. Where the client hides which users exist, the result for an unknown or
 * disabled user is undefined, and the caller simulates an answer; elsewhere such a user is refused openly.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
export const reachUser = ({ client }: Pick<Settings, 'client'>, user: User | undefined): User | undefined => {
  if (user?.isEnabled) return user;
  if (client.preventUserExistenceErrors) return undefined;
  throw user === undefined ? userNotFound() : userDisabled();
};
