import { userNotFound } from '../errors';
import { emailKey, type PoolStore } from '../store/poolStore';
import type { User } from '../store/rows';

/** The user with this id, or with this address in any case. */
export const findUser = (store: Pick<PoolStore, 'users'>, login: string): User | undefined =>
  store.users.get(login) ?? store.users.find(emailKey(login));

/** The user, or UserNotFoundException: for callers who may know who exists. */
export const requireUser = (store: Pick<PoolStore, 'users'>, login: string): User => {
  const user = findUser(store, login);
  if (user === undefined) throw userNotFound();
  return user;
};
