import { partsOf } from '../shared/partsOf';
import { changeOf, type Change, type StreamRecord } from './change';
import { eventOf } from './eventOf';
import { forEachAtOnce } from './forEachAtOnce';
import { groupBy } from './groupBy';
import type { FileEventInput, Publisher } from './publisher';
import { removeBytes, type RemovableBytes } from './removeBytes';
import { maxDecreases, type Decrease, type LowerUsage } from './usage';

interface Tools {
  readonly bytes: RemovableBytes;
  /** How long after its ticket a PUT may still be in progress: S3 checks a URL's age only when a request begins. */
  readonly putLifetimeMilliseconds: number;
  readonly lowerUsage: LowerUsage;
  readonly publish: Publisher;
}

/** Processes records, each of a different file; resolves with those that failed and their errors. */
export type FollowRecords = (records: readonly StreamRecord[]) => Promise<ReadonlyMap<StreamRecord, unknown>>;

/** A record and the work that a step does for it. */
interface Job<Work> {
  readonly record: StreamRecord;
  readonly work: Work;
}

const atOnce = 10;

/**
 * Carries out what row changes entail: removes the bytes of deleted rows, lowers usage, notifies owners. Every step is
 * idempotent, and notification comes last: an owner is told only of what is done. Work that files share is done once: a
 * person's decreases share transactions.
 */
export const createFollowRecords =
  ({ bytes, putLifetimeMilliseconds, lowerUsage, publish }: Tools): FollowRecords =>
  async (records) => {
    const failures = new Map<StreamRecord, unknown>();
    const fail = (jobs: readonly Job<unknown>[], error: unknown): void => {
      for (const { record } of jobs) failures.set(record, error);
    };
    const changes = new Map<StreamRecord, Change>();
    for (const record of records) {
      try {
        changes.set(record, changeOf(record));
      } catch (error) {
        failures.set(record, error);
      }
    }
    /** A step's work for the records that did not fail in an earlier step. */
    const jobsOf = <Work>(workOf: (change: Change) => Work | null): Job<Work>[] =>
      [...changes].flatMap(([record, change]) => {
        const work = failures.has(record) ? null : workOf(change);
        return work === null ? [] : [{ record, work }];
      });

    const removals = jobsOf(({ before, after, at }) => (before && !after ? { row: before, at } : null));
    await forEachAtOnce(removals, atOnce, async (job) => {
      const { row, at } = job.work;
      const age = Date.parse(at) - Date.parse(row.UpdatedAt ?? at);
      const isAwaited = age < putLifetimeMilliseconds;
      await removeBytes(bytes, row.S3Key, isAwaited).catch((error: unknown) => fail([job], error));
    });

    const persons = groupBy(jobsOf(decreaseOf), ({ work }) => work.row.UserId);
    await forEachAtOnce(persons.values(), atOnce, async (ofPerson) => {
      for (const jobs of partsOf(ofPerson, maxDecreases)) {
        await lowerUsage(jobs.map(({ work }) => work)).catch((error: unknown) => fail(jobs, error));
      }
    });

    await forEachAtOnce(jobsOf(tidingsOf), atOnce, async (job) => {
      await publish(job.work).catch((error: unknown) => fail([job], error));
    });
    return failures;
  };

const decreaseOf = ({ before, after }: Change): Decrease | null => {
  if (before && !after) return { row: before, mark: 'FREED' };
  return before?.Status === 'PENDING' && after?.Status !== 'PENDING' ? { row: before, mark: 'SETTLED' } : null;
};

const tidingsOf = (change: Change): FileEventInput | null => {
  const type = eventOf(change);
  const row = change.after ?? change.before;
  if (type === null || row === undefined) return null;
  return { userId: row.UserId, fileId: row.FileId, type, at: change.at, row: JSON.stringify(row) };
};
