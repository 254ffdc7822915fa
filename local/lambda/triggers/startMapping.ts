import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../clock';
import type { LocalFunctions } from '../openFunctions';
import { deliverBatch, type DeliveryTools } from './deliverBatch';
import { discardedBatch } from './discardedBatch';
import type { EventRecord, EventSource, MappingDescription } from './eventSource';

interface Tools {
  readonly source: EventSource;
  readonly functions: Pick<LocalFunctions, 'invoke' | 'has'>;
  /** Stores the message about a batch that was given up; resolves once it is durable. */
  readonly onFailure: (message: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** The first pause after a failure, doubled with each further one up to 10 s; default: 200. */
  readonly pauseMilliseconds?: number;
}

export interface Mapping {
  /** Stops without waiting for the function; records it was processing are delivered again after the next start. */
  readonly close: () => Promise<void>;
}

const longestPause = 10_000;

/**
 * An event source mapping: delivers the records of a stream to a function in batches, each record at least once.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export const startMapping = (mapping: MappingDescription, tools: Tools): Mapping => {
  const { source, functions, clock, log, pauseMilliseconds = 200 } = tools;
  const { functionName } = mapping;
  const closing = new AbortController();
  const { signal } = closing;

  const wait = (milliseconds: number): Promise<void> =>
    setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => undefined); // closing ends the wait
  const pause = (failures: number) => wait(Math.min(pauseMilliseconds * 2 ** (failures - 1), longestPause));

  /** Waits for a function that does not exist yet; its absence does not count as a failed attempt. */
  const untilThere = async (): Promise<void> => {
    for (let tries = 1; !functions.has(functionName) && !signal.aborted; tries += 1) await pause(tries);
  };

  const delivery: DeliveryTools = {
    invoke: async (records) => {
      await untilThere();
      return signal.aborted ? undefined : unlessAborted(functions.invoke(functionName, { Records: records }), signal);
    },
    take: source.take,
    giveUp: async ({ records, invocations, last }) => {
      const { shardId } = source;
      const message = { records, shardId, functionName, invocations, hasThrown: !last.ok, now: clock() };
      await tools.onFailure(JSON.stringify(discardedBatch(message)));
      const why = last.ok ? 'it reports a failure' : `${last.errorType}: ${last.errorMessage}`;
      log(`${functionName} was given up on ${records.length} record(s) after ${invocations} attempts (${why}).`);
    },
    pause,
  };

  const gather = async (): Promise<readonly EventRecord[]> => {
    const records = await source.read(mapping.batchSize);
    if (records.length === 0 || records.length === mapping.batchSize) return records;
    await wait(mapping.batchingWindowMilliseconds);
    return source.read(mapping.batchSize);
  };

  const run = async (): Promise<void> => {
    for (let failures = 0; !signal.aborted;) {
      try {
        const records = await gather();
        if (records.length === 0) await source.news(signal);
        else if (!signal.aborted) await deliverBatch(records, mapping, delivery);
        failures = 0;
      } catch (error) {
        failures += 1;
        log(`${functionName} gets no records: ${String(error)}`);
        await pause(failures);
      }
    }
  };

  const running = run();
  return {
    close: async () => {
      closing.abort();
      await running;
    },
  };
};

/** Settles with a promise, or resolves with undefined as soon as the signal aborts. */
const unlessAborted = <Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result | undefined> =>
  new Promise((resolve, reject) => {
    const abort = (): void => resolve(undefined);
    signal.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
