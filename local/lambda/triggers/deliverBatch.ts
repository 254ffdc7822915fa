import type { Invocation } from '../openFunctions';
import { countTaken } from './countTaken';
import type { EventRecord, MappingDescription } from './eventSource';

/** Consecutive records that are delivered in one invocation. */
interface Part {
  readonly records: readonly EventRecord[];
  /** How often exactly these records have failed. */
  readonly failures: number;
}

/** A part whose retries are exhausted. */
export interface GivenUp {
  readonly records: readonly EventRecord[];
  readonly invocations: number;
  readonly last: Invocation;
}

export interface DeliveryTools {
  /** Invokes the function; resolves with undefined if the mapping is closing. */
  readonly invoke: (records: readonly EventRecord[]) => Promise<Invocation | undefined>;
  readonly take: (sequenceNumber: string) => Promise<void>;
  readonly giveUp: (part: GivenUp) => Promise<void>;
  /** Waits before the next attempt, longer with each failure. */
  readonly pause: (failures: number) => Promise<void>;
}

/**
 * Delivers a batch to a function until each record is processed or given up, in order. Progress is stored at once, so
 * that a crash repeats as little as possible.
 *
 * A batch that fails as a whole is bisected if the mapping says so, which uses up no retry. AWS documents that a
 * reported failure splits the batch there; that a batch whose first record is reported is halved is inferred.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export const deliverBatch = async (
  batch: readonly EventRecord[],
  mapping: MappingDescription,
  { invoke, take, giveUp, pause }: DeliveryTools,
): Promise<void> => {
  const parts: Part[] = [{ records: batch, failures: 0 }];
  const takeTo = async (last: EventRecord | undefined): Promise<void> => {
    if (last !== undefined) await take(last.dynamodb.SequenceNumber);
  };

  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    const { records } = part;
    const invocation = await invoke(records);
    if (invocation === undefined) return;
    const taken = countTaken(invocation, { records, ...mapping });
    await takeTo(records[taken - 1]);
    if (taken === records.length) continue;
    if (taken > 0) {
      parts.unshift({ records: records.slice(taken), failures: 0 });
    } else if (mapping.bisectBatchOnFunctionError && records.length > 1) {
      parts.unshift(...halvesOf(records));
    } else if (part.failures >= mapping.maximumRetryAttempts) {
      await giveUp({ records, invocations: part.failures + 1, last: invocation });
      await takeTo(records.at(-1));
    } else {
      parts.unshift({ records, failures: part.failures + 1 });
      await pause(part.failures + 1);
    }
  }
};

const halvesOf = (records: readonly EventRecord[]): Part[] => {
  const middle = Math.ceil(records.length / 2);
  return [records.slice(0, middle), records.slice(middle)].map((half) => ({ records: half, failures: 0 }));
};
