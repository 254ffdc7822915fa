import { isJsonObject } from '../../json';
import type { Change, Collection, Row } from './collection';
import { StoreDamaged, StoreOfAnotherPool } from './errors';
import { openJournal, type Journal } from './journal';

/** The one way to change collections: all of a transaction's changes happen, or none does. */
export interface Store {
  /**
   * Runs `work` while no other transaction runs. When the promise resolves, the changes passed to `write` are on disk
   * and visible to readers, who never see them earlier. If `work` throws, nothing changes.
   */
  readonly transact: <T>(work: (write: (...changes: readonly Change[]) => void) => T) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** What the store needs of a collection, regardless of its row type. */
export type Kept = Pick<Collection<Row>, 'name' | 'all' | 'size' | 'restore' | 'drop'>;

export interface StoreOptions {
  readonly poolId: string;
  readonly collections: readonly Kept[];
  /** Without a file, nothing outlives the process. */
  readonly file?: string;
}

/** Fills the collections from the journal and keeps the two in step from then on. */
export const openStore = async ({ poolId, collections, file }: StoreOptions): Promise<Store> => {
  const journal = file === undefined ? undefined : await openJournal(file);
  const heading = JSON.stringify({ format: 'user-pool', version: 1, poolId });
  if (journal !== undefined && file !== undefined) {
    try {
      restore({ journal, file, poolId, collections });
      const rows = collections.reduce((sum, collection) => sum + collection.size(), 0);
      if (journal.lines.length === 0) await journal.append(heading);
      // Compacted only at start, when a full disk cannot fail anybody's transaction.
      else if (journal.lines.length > 1000 + 4 * rows) await journal.rewrite([heading, ...snapshot(collections)]);
    } catch (error) {
      await journal.close();
      throw error;
    }
  }
  const state = { last: Promise.resolve() };

  const commit = async (changes: readonly Change[]) => {
    if (changes.length === 0) return;
    await journal?.append(JSON.stringify(changes.map((change) => change.entry)));
    for (const change of changes) change.apply();
  };

  return {
    transact: (work) => {
      const turn = state.last.then(async () => {
        const changes: Change[] = [];
        const result = work((...more) => changes.push(...more));
        await commit(changes);
        return result;
      });
      state.last = turn.then(
        () => undefined,
        () => undefined,
      );
      return turn;
    },
    close: async () => {
      await state.last;
      await journal?.close();
    },
  };
};

const snapshot = (collections: readonly Kept[]): readonly string[] =>
  collections.flatMap((collection) => collection.all().map((row) => JSON.stringify([[collection.name, row]])));

interface Source {
  readonly journal: Journal;
  readonly file: string;
  readonly poolId: string;
  readonly collections: readonly Kept[];
}

const restore = ({ journal, file, poolId, collections }: Source) => {
  const byName = new Map(collections.map((collection) => [collection.name, collection]));
  journal.lines.forEach((line, index) => {
    try {
      const parsed: unknown = JSON.parse(line);
      if (index === 0) checkHeading(parsed, file, poolId);
      else restoreLine(parsed, byName);
    } catch (error) {
      throw error instanceof StoreOfAnotherPool ? error : new StoreDamaged(file, index + 1, error);
    }
  });
};

const checkHeading = (heading: unknown, file: string, poolId: string) => {
  if (!isJsonObject(heading) || heading.format !== 'user-pool' || heading.version !== 1) {
    throw new TypeError('The heading is not that of a user pool.');
  }
  if (heading.poolId !== poolId) throw new StoreOfAnotherPool(file, String(heading.poolId), poolId);
};

const restoreLine = (changes: unknown, collections: ReadonlyMap<string, Kept>) => {
  if (!Array.isArray(changes)) throw new TypeError('A line is not a list of changes.');
  for (const change of changes) {
    if (!Array.isArray(change)) throw new TypeError('A change is not a list.');
    const [name, subject, gone]: readonly unknown[] = change;
    const collection = typeof name === 'string' ? collections.get(name) : undefined;
    if (collection === undefined) throw new TypeError('A change names no known collection.');
    if (gone === null && typeof subject === 'string') collection.drop(subject);
    else collection.restore(subject);
  }
};
