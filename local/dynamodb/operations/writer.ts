import { rowChangesOf, type Cause, type Follower } from '../changes/rowChange';
import { createStore } from '../dynalite/createStore';
import type { Store } from '../dynalite/store';
import type { GroupCommit } from '../storage/groupCommit';
import { beginUnit, type Unit } from '../storage/unit';
import type { Catalog } from '../tables/catalog';

/** What a change is made with: a store whose writes stay together, and the unit that holds them. */
export interface Change {
  readonly store: Store;
  readonly unit: Unit;
  readonly catalog: Catalog;
}

/**
 * Runs a change and makes it durable as a whole; nothing of it remains when it throws. A change is judged and
 * staged in one go, without a pause in which another could come between: that makes all changes serialisable.
 */
export type Writer = <Result>(change: (tools: Change) => Result, cause?: Cause) => Promise<Result>;

interface Tools {
  readonly commit: GroupCommit;
  readonly catalog: Catalog;
  readonly followers: readonly Follower[];
}

export const createWriter =
  ({ commit, catalog, followers }: Tools): Writer =>
  async (change, cause = 'caller') => {
    const unit = beginUnit(commit.get);
    const store = createStore({ get: unit.get, set: unit.set, read: refuseToRead }, catalog);
    try {
      const result = change({ store, unit, catalog });
      const changes = rowChangesOf(unit, { get: commit.get, catalog });
      for (const follow of followers) follow(changes, unit, cause);
      await commit.stage(unit.writes);
      return result;
    } catch (error) {
      await commit.settled(); // the refusal may rest on rows that are not durable yet
      throw error;
    }
  };

const refuseToRead = (): never => {
  throw new Error('a change reads single rows only');
};
