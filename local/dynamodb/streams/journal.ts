import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import type { Follower } from '../changes/rowChange';
import { startingWith, type Range, type Storage } from '../storage/storage';
import { isSameRow } from './isSameRow';
import { streamRecordOf } from './streamRecord';

const prefix = 'stream~';
const counterKey = 'stream-counter';

/** The records that wait to be delivered. */
export const waitingRecords: Range = startingWith(prefix);

/**
 * Notes a stream record for each real change of a row, durable with the change itself: none is missed, and none tells of a
 * change that did not happen. They stay until they are delivered.
 */
export const followWithRecords = (storage: Storage, clock: Clock): Follower => {
  let counter = Number(storage.get(counterKey) ?? 0);
  return (changes, unit, cause) => {
    const real = changes.filter(({ before, after }) => !isSameRow(before, after));
    if (real.length === 0) return;
    for (const change of real) {
      counter += 1;
      const sequenceNumber = `1${String(counter).padStart(20, '0')}`;
      const eventID = randomUUID().replaceAll('-', '');
      const seconds = Math.floor(clock() / 1000);
      const record = streamRecordOf(change, { eventID, sequenceNumber, seconds, cause });
      unit.set(prefix + sequenceNumber, JSON.stringify(record));
    }
    unit.set(counterKey, String(counter));
  };
};
