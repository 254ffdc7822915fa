import { incorrectLogin, userNotConfirmed, userNotFound } from '../errors';
import { isPasswordOf } from '../passwords/storedPassword';
import type { Services } from '../services';
import type { User } from '../store/rows';
import { findUser } from '../users/findUser';

/**
 * The user, if this is their password; a wrong one counts towards the lock-out. An unconfirmed user is refused as such
 * even if the password is wrong:
 * https://github.com/aws-amplify/amplify-flutter/issues/3407, https://github.com/aws/aws-sdk-js/issues/4608.
 */
export const requirePassword = async (
  { settings, store, lockout }: Pick<Services, 'settings' | 'store' | 'lockout'>,
  login: string,
  password: string,
): Promise<User> => {
  lockout.check(login);
  const user = findUser(store, login);
  if (user === undefined && !settings.client.preventUserExistenceErrors) throw userNotFound();
  if (user?.status === 'UNCONFIRMED') throw userNotConfirmed();
  if ((await isPasswordOf(user?.password, password)) && user !== undefined) return user;
  await lockout.recordFailure(login);
  throw incorrectLogin();
};
