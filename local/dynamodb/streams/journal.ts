import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import type { Follower } from '../changes/rowChange';
import type { Storage } from '../storage/storage';
import { isSameRow } from './isSameRow';
import { streamRecordOf } from './streamRecord';

/** The key prefix of the records of a table's stream, which are stored in order. */
export const recordPrefix = (table: string): string => `stream~${table}~`;

const counterKey = 'stream-counter';

/** The sequence number of the newest durable record of any stream. */
export const latestSequenceNumber = (storage: Storage): string =>
  sequenceNumberOf(Number(storage.get(counterKey) ?? 0));

/** Formats a sequence number in 21 digits, as DynamoDB does, so that numbers and strings sort alike. */
export const sequenceNumberOf = (count: number): string => `1${String(count).padStart(20, '0')}`;

interface Tools {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly hasStream: (table: string) => boolean;
}

/**
 * Writes a stream record for each real change of a row, in the same unit as the change: none is missed, and none
 * reports a change that did not happen. Records stay until they are trimmed.
 */
export const followWithRecords = ({ storage, clock, hasStream }: Tools): Follower => {
  let counter = Number(storage.get(counterKey) ?? 0);
  return (changes, unit, cause) => {
    const real = changes.filter(({ table, before, after }) => hasStream(table.TableName) && !isSameRow(before, after));
    if (real.length === 0) return;
    for (const change of real) {
      counter += 1;
      const sequenceNumber = sequenceNumberOf(counter);
      const eventID = randomUUID().replaceAll('-', '');
      const seconds = Math.floor(clock() / 1000);
      const record = streamRecordOf(change, { eventID, sequenceNumber, seconds, cause });
      unit.set(recordPrefix(change.table.TableName) + sequenceNumber, JSON.stringify(record));
    }
    unit.set(counterKey, String(counter));
  };
};
