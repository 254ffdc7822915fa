import type { Invocation } from '../openFunctions';
import { countTaken } from './countTaken';
import type { EventRecord, MappingDescription } from './eventSource';

/** A run of records that is tried as one. */
interface Part {
  readonly records: readonly EventRecord[];
  /** How often it failed as it is. */
  readonly failures: number;
}

/** A part that was tried as often as it may be. */
export interface GivenUp {
  readonly records: readonly EventRecord[];
  readonly invocations: number;
  readonly last: Invocation;
}

export interface DeliveryTools {
  /** Calls the function; undefined when the mapping is being closed. */
  readonly invoke: (records: readonly EventRecord[]) => Promise<Invocation | undefined>;
  readonly take: (sequenceNumber: string) => Promise<void>;
  readonly giveUp: (part: GivenUp) => Promise<void>;
  /** Waits before another attempt, the longer the more have failed. */
  readonly pause: (failures: number) => Promise<void>;
}

/**
 * Hands a batch to a function until each of its records is taken or given up, in their order. What is taken is noted at
 * once, so that a crash repeats as little as it can.
 *
 * A batch that fails as a whole is split when the mapping says so; a split costs no attempt. AWS says that a reported
 * failure splits the batch there; that it halves one whose first record is reported is our reading.
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
