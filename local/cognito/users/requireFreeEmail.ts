import { CognitoError, usernameExists } from '../errors';
import { emailKey, type PoolStore } from '../store/poolStore';

const taken = 'An account with the given email already exists.';

/** Refuses an address for a new user if anybody has it, ignoring case. */
export const requireUnusedEmail = (store: Pick<PoolStore, 'users'>, email: string): void => {
  if (store.users.find(emailKey(email))) throw usernameExists(taken);
};

/** Refuses an address for an existing user if somebody else has it, ignoring case. */
export const requireFreeEmail = (store: Pick<PoolStore, 'users'>, email: string, userId: string): void => {
  const holder = store.users.find(emailKey(email));
  if (holder !== undefined && holder.id !== userId) throw new CognitoError('AliasExistsException', taken);
};
