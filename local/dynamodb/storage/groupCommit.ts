import { InternalFailure } from '../errors';
import type { Storage, Writes } from './storage';

/** The queue in which writes wait for the disk. `get` sees staged writes at once; they become durable soon after. */
export interface GroupCommit {
  /** The newest value of a key, staged or durable: conditions must be evaluated on it. */
  readonly get: (key: string) => string | undefined;
  /** Whether the newest value of a key is not durable yet. */
  readonly isStaged: (key: string) => boolean;
  /** Stages writes that belong together; resolves once they, and all staged before them, are durable. */
  readonly stage: (writes: Writes) => Promise<void>;
  /** Resolves once everything staged so far is durable; rejects if a write has failed. */
  readonly settled: () => Promise<void>;
}

/**
 * Lets writes that arrive while the disk is busy share its next sync, so that many writers cost one sync. After a
 * failed write it accepts no more, because later writes were evaluated on rows that never reached the disk.
 */
export const createGroupCommit = (storage: Storage, { onDurable, onFailure }: Listeners): GroupCommit => {
  let flying: Group = emptyGroup();
  let waiting: Group = emptyGroup();
  let failure: InternalFailure | undefined;
  let busy = false;

  const flush = async (): Promise<void> => {
    busy = true;
    while (waiting.writes.size > 0 && failure === undefined) {
      flying = waiting;
      waiting = emptyGroup();
      try {
        await storage.write(flying.writes);
        onDurable(flying.writes);
        flying.resolve();
      } catch (error) {
        failure = new InternalFailure({ cause: error });
        onFailure(error);
        flying.reject(failure);
        waiting.reject(failure);
      }
      flying = emptyGroup();
    }
    busy = false;
  };

  const settled = async (): Promise<void> => {
    if (failure !== undefined) throw failure;
    if (waiting.writes.size > 0) await waiting.durable;
    else if (flying.writes.size > 0) await flying.durable;
  };

  return {
    get: (key) => {
      if (waiting.writes.has(key)) return waiting.writes.get(key);
      if (flying.writes.has(key)) return flying.writes.get(key);
      return storage.get(key);
    },
    isStaged: (key) => waiting.writes.has(key) || flying.writes.has(key),
    stage: async (writes) => {
      if (writes.size === 0) return settled();
      if (failure !== undefined) throw failure;
      const group = waiting;
      for (const [key, text] of writes) group.writes.set(key, text);
      if (!busy) void flush();
      await group.durable;
    },
    settled,
  };
};

interface Listeners {
  readonly onDurable: (writes: Writes) => void;
  readonly onFailure: (error: unknown) => void;
}

interface Group {
  readonly writes: Map<string, string | undefined>;
  readonly durable: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const emptyGroup = (): Group => {
  let resolve = (): void => undefined;
  let reject: (error: Error) => void = () => undefined;
  const durable = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  durable.catch(() => undefined); // waiters still get the rejection; without a waiter it must not crash the process
  return { writes: new Map(), durable, resolve, reject };
};
