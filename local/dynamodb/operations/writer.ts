import { rowChangesOf, type Cause, type Follower, type RowChange } from '../changes/rowChange';
import { createStore } from '../dynalite/createStore';
import type { View } from '../dynalite/view';
import type { Store } from '../dynalite/store';
import { parseObject } from '../json';
import type { JsonObject } from '../../json';
import type { GroupCommit } from '../storage/groupCommit';
import type { Rows } from '../storage/rows';
import { beginUnit, type Unit } from '../storage/unit';
import type { Catalog } from '../tables/catalog';

/** What a change works on: a store, and the atomic unit that collects its writes. */
export interface Change {
  readonly store: Store;
  readonly unit: Unit;
  /** A row as this change sees it. */
  readonly row: (key: string) => JsonObject | undefined;
  /** What it has changed so far. */
  readonly changes: () => RowChange[];
  readonly catalog: Catalog;
}

/**
 * Runs a change and makes it durable atomically; if it throws, nothing of it remains. A change is evaluated and staged
 * synchronously, so no other can interleave: all changes are serializable.
 */
export type Writer = <Result>(change: (tools: Change) => Result, cause?: Cause) => Promise<Result>;

interface Tools {
  readonly commit: GroupCommit;
  readonly rows: Rows;
  readonly catalog: Catalog;
  readonly followers: readonly Follower[];
}

export const createWriter = ({ commit, rows, catalog, followers }: Tools): Writer => {
  const rowBefore = (key: string): JsonObject | undefined => {
    if (!commit.isStaged(key)) return rows.get(key);
    const text = commit.get(key);
    return text === undefined ? undefined : parseObject(text);
  };

  let current = beginUnit(commit.get); // one change runs at a time, so one store serves them all
  const row = (key: string) => (current.rows.has(key) ? current.rows.get(key) : rowBefore(key));
  const view: View = {
    row,
    setRow: (key, value) => current.setRow(key, value),
    entry: (key) => current.get(key),
    setEntry: (key, text) => current.set(key, text),
    read: refuseToRead,
  };
  const store = createStore(view, catalog);

  return async (change, cause = 'caller') => {
    const unit = beginUnit(commit.get);
    current = unit;
    try {
      const changes = () => rowChangesOf(unit, { rowBefore, catalog });
      const result = change({ store, unit, row, changes, catalog });
      const made = changes();
      for (const follow of followers) follow(made, unit, cause);
      await commit.stage(unit.writes);
      return result;
    } catch (error) {
      await commit.settled(); // the error may depend on rows that are not durable yet
      throw error;
    }
  };
};

const refuseToRead = (): never => {
  throw new Error('a change reads single rows only');
};
