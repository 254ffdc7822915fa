import type { Clock } from '../../clock';
import type { Settings } from '../settings';
import type { PoolStore } from './poolStore';

export interface PrepareOptions {
  readonly store: PoolStore;
  readonly settings: Settings;
  readonly clock: Clock;
}

const day = 86_400_000;

/** Creates the groups of the pool's description and removes expired rows. */
export const prepareStore = ({ store, settings, clock }: PrepareOptions): Promise<void> =>
  store.transact((write) => {
    const now = clock();
    for (const id of settings.pool.groups) {
      if (store.groups.get(id) === undefined) write(store.groups.put({ id, createdAt: now, modifiedAt: now }));
    }
    // A day after the refresh token: by then its access tokens have expired, too.
    for (const { id, expiresAt } of store.grants.all()) if (expiresAt + day < now) write(store.grants.remove(id));
    for (const { id, expiresAt } of store.codes.all()) if (expiresAt + day < now) write(store.codes.remove(id));
    for (const { id, lastAt } of store.failures.all()) if (lastAt + day < now) write(store.failures.remove(id));
    for (const collection of [store.signOuts, store.spentSessions, store.authorizations]) {
      for (const { id, expiresAt } of collection.all()) if (expiresAt < now) write(collection.remove(id));
    }
  });
