import type { Services } from '../services';
import { requireUser } from './findUser';

/** Removes a user with all grants, codes and failures, so that their tokens are invalid; sent messages stay. */
export const removeUser = ({ store, codes }: Pick<Services, 'store' | 'codes'>, login: string): Promise<void> =>
  store.transact((write) => {
    const { id } = requireUser(store, login);
    const grants = store.grants.all().filter((grant) => grant.userId === id);
    write(
      store.users.remove(id),
      ...grants.map((grant) => store.grants.remove(grant.id)),
      ...codes.forget(id),
      ...(store.failures.get(id) === undefined ? [] : [store.failures.remove(id)]),
    );
  });
