import type { Services } from '../services';
import type { User } from '../store/rows';
import { requireUser } from './findUser';

/** Changes an existing user in one transaction; if `change` throws, nothing changes. */
export const updateUser = (
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  login: string,
  change: (user: User) => Partial<User>,
): Promise<User> =>
  store.transact((write) => {
    const user = requireUser(store, login);
    const next = { ...user, ...change(user), modifiedAt: clock() };
    write(store.users.put(next));
    return next;
  });
