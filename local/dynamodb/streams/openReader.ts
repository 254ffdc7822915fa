import type { GroupCommit } from '../storage/groupCommit';
import type { Storage } from '../storage/storage';
import type { Bell } from './bell';
import type { Table } from '../tables/table';
import { shardIdOf } from './shardIdOf';
import { beginning, positionKey } from './positions';
import { readRecords } from './readRecords';
import { streamArnOf, type StreamRecord } from './streamRecord';

/**
 * Reads a table's stream on from where it stopped, even across restarts. Records that were read but not taken when the
 * process died are read again.
 */
export interface StreamReader {
  readonly streamArn: string;
  /** The stream's one shard. */
  readonly shardId: string;
  /** The oldest records after a sequence number; by default, those not yet taken. */
  readonly read: (limit: number, after?: string) => Promise<StreamRecord[]>;
  /** Acknowledges all records up to a sequence number; resolves once that is durable. */
  readonly take: (sequenceNumber: string) => Promise<void>;
  /** Resolves when there may be new records since the last `read`, or when the signal aborts. */
  readonly news: (signal: AbortSignal) => Promise<void>;
}

interface Tools {
  readonly storage: Storage;
  readonly commit: GroupCommit;
  readonly bell: Bell;
}

/** Opens a reader by name; a new one begins at the oldest record kept. */
export const openReader = async (
  { storage, commit, bell }: Tools,
  { table: described, name }: { readonly table: Table; readonly name: string },
): Promise<StreamReader> => {
  const table = described.TableName;
  const key = positionKey(table, name);
  const state = { position: storage.get(key) ?? beginning, heard: bell.count() };
  const take = async (position: string): Promise<void> => {
    await commit.stage(new Map([[key, position]]));
    state.position = position;
  };
  if (storage.get(key) === undefined) await take(beginning); // from now on trimming waits for this reader
  return {
    streamArn: streamArnOf(described),
    shardId: shardIdOf(described),
    read: (limit, after = state.position) => {
      state.heard = bell.count();
      return readRecords(storage, { table, after, limit });
    },
    take,
    news: (signal) => bell.wait(state.heard, signal),
  };
};
