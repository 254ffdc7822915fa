import { userNotFound } from '../errors';
import { emailKey, type PoolStore } from '../store/poolStore';
import type { User } from '../store/rows';

/** The user with this id, or with this address, ignoring case. */
export const findUser = (store: Pick<PoolStore, 'users'>, login: string): User | undefined =>
  store.users.get(login) ?? store.users.find(emailKey(login));

/** The user, or UserNotFoundException; only for callers who may learn which users exist. */
export const requireUser = (store: Pick<PoolStore, 'users'>, login: string): User => {
  const user = findUser(store, login);
  if (user === undefined) throw userNotFound();
  return user;
};
