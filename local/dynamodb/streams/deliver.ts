import { setTimeout } from 'node:timers/promises';
import type { GroupCommit } from '../storage/groupCommit';
import { entriesOf, type Storage } from '../storage/storage';
import { waitingRecords } from './journal';
import { readStreamRecord, type StreamRecord } from './streamRecord';

interface Tools {
  readonly storage: Storage;
  readonly commit: GroupCommit;
  readonly onChange: (record: StreamRecord) => void | Promise<void>;
  readonly log: (line: string) => void;
}

export interface Delivery {
  /** Says that there are new records. */
  readonly wake: () => void;
  /** Resolves once no record is under way; what is left is delivered after the next open. */
  readonly close: () => Promise<void>;
}

/** In milliseconds. */
const shortestWait = 50;
const longestWait = 5_000;

/**
 * Hands the waiting records over one by one, in order, each until it is taken: a failure holds up those behind it,
 * as in a shard of DynamoDB's stream. A record that was taken just before a crash comes again.
 */
export const startDelivery = ({ storage, commit, onChange, log }: Tools): Delivery => {
  const closing = new AbortController();
  let last = waitingRecords.gte ?? '';
  let hasNews = false;
  let isRunning = false;
  let running = Promise.resolve();

  const handOver = async (key: string, text: string): Promise<void> => {
    for (let wait = shortestWait; !closing.signal.aborted; wait = Math.min(2 * wait, longestWait)) {
      try {
        await onChange(readStreamRecord(text));
        last = key;
        commit.stage(new Map([[key, undefined]])).catch(() => undefined); // at worst it comes again
        return;
      } catch (error) {
        log(`DynamoDB: a stream record was not taken, it is offered again in ${wait} ms: ${String(error)}`);
        await setTimeout(wait, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
      }
    }
  };

  const run = async (): Promise<void> => {
    while (hasNews && !closing.signal.aborted) {
      hasNews = false;
      for await (const [key, text] of entriesOf(storage, { gt: last, lt: waitingRecords.lt ?? '' })) {
        await handOver(key, text);
      }
    }
    isRunning = false;
  };

  const wake = (): void => {
    hasNews = true;
    if (isRunning) return;
    isRunning = true;
    running = run().catch((error: unknown) => {
      isRunning = false;
      log(`DynamoDB: stream records could not be read: ${String(error)}`);
    });
  };

  wake(); // for what was left before
  return {
    wake,
    close: async () => {
      closing.abort();
      await running;
    },
  };
};
