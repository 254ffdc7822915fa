import { createHash } from 'node:crypto';
import type { Clock } from '../../clock';
import { notAuthorized } from '../errors';
import type { Change } from '../store/collection';
import type { PoolStore } from '../store/poolStore';
import type { FailedSignIns } from '../store/rows';
import { findUser } from '../users/findUser';

/**
 * Slows down guessing as Cognito does: from the fifth failure on, the n-th locks the user out for 2^(n-5) seconds, at
 * most 15 minutes. Attempts during a lock-out do not count; a success or 15 minutes without a failure resets the count.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow.html
 */
export interface Lockout {
  /** Throws while the user is locked out. Unknown names are locked out too, so as not to reveal who exists. */
  readonly check: (login: string) => void;
  readonly recordFailure: (login: string) => Promise<void>;
  /** The changes after a success; throws if failures have locked the user out in the meantime. */
  readonly forgive: (login: string) => readonly Change[];
}

const freeFailures = 5;
const longest = 15 * 60_000;

export const createLockout = (store: Pick<PoolStore, 'users' | 'failures' | 'transact'>, clock: Clock): Lockout => {
  const recent = (login: string): FailedSignIns => {
    const id = subjectOf(store, login);
    const known = store.failures.get(id);
    return known !== undefined && clock() < known.lastAt + longest ? known : { id, count: 0, lastAt: 0 };
  };
  const check = (login: string) => {
    const { count, lastAt } = recent(login);
    const locked = count < freeFailures ? 0 : Math.min(longest, 1000 * 2 ** (count - freeFailures));
    if (clock() < lastAt + locked) throw notAuthorized('Password attempts exceeded');
  };

  return {
    check,
    recordFailure: (login) =>
      store.transact((write) => {
        const { id, count } = recent(login);
        const forgotten = store.failures.all().filter((row) => clock() >= row.lastAt + longest);
        write(
          ...forgotten.map((row) => store.failures.remove(row.id)),
          store.failures.put({ id, count: count + 1, lastAt: clock() }),
        );
      }),
    forgive: (login) => {
      check(login);
      const { id, count } = recent(login);
      return count === 0 ? [] : [store.failures.remove(id)];
    },
  };
};

const subjectOf = (store: Pick<PoolStore, 'users'>, login: string): string =>
  findUser(store, login)?.id ?? `name:${createHash('sha256').update(login.toLowerCase()).digest('base64url')}`;
