import { randomUUID } from 'node:crypto';
import { aheadOf, type Clock } from '../clock';
import { exited, startEnvironment, type ExecutionEnvironment, type FunctionDescription } from './environment';
import type { WorkerAnswer } from './worker';

export interface PoolOptions {
  readonly script: string;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** The most environments of one function; further events queue. */
  readonly concurrency: number;
  /** After how long without an event an environment ends, to free its memory; default: 60,000. */
  readonly idleMilliseconds?: number;
}

export interface FunctionPool {
  readonly invoke: (event: string, requestId?: string) => Promise<WorkerAnswer>;
  /** Whether as many events run or queue as the function's own limit allows at once. */
  readonly isThrottled: () => boolean;
  /** Closes once every accepted event has been answered. */
  readonly retire: () => Promise<void>;
  /** Ends all environments, even busy ones, and starts no further one. */
  readonly close: () => Promise<void>;
}

/**
 * How long an event waits for a busy environment before another one starts: about as long as a start takes. Most events
 * are answered sooner, and each environment saved saves some 20 MiB.
 */
const patienceMilliseconds = 100;

/** The execution environments of one function: as many as its events keep busy, kept warm while idle. */
export const createFunctionPool = (description: FunctionDescription, options: PoolOptions): FunctionPool => {
  const { idleMilliseconds = 60_000 } = options;
  const { reservedConcurrency = Infinity } = description;
  const concurrency = Math.min(options.concurrency, reservedConcurrency);
  const all = new Set<ExecutionEnvironment>();
  const idle: ExecutionEnvironment[] = [];
  const endings = new Map<ExecutionEnvironment, NodeJS.Timeout>();
  const waiting: ((environment: ExecutionEnvironment) => void)[] = [];
  const unanswered = new Set<Promise<WorkerAnswer>>();
  const state = { isClosed: false };

  const start = (): ExecutionEnvironment => {
    if (state.isClosed) return endedEnvironment;
    const environment = startEnvironment(description, options);
    all.add(environment);
    return environment;
  };

  const acquire = (): ExecutionEnvironment | Promise<ExecutionEnvironment> =>
    takeWarm() ?? (all.size === 0 ? start() : waitForOne());

  const takeWarm = (): ExecutionEnvironment | undefined => {
    for (let warm = idle.pop(); warm !== undefined; warm = idle.pop()) {
      clearTimeout(endings.get(warm));
      endings.delete(warm);
      if (warm.isUsable()) return warm;
      all.delete(warm); // it exited while idle
    }
    return undefined;
  };

  const waitForOne = (): Promise<ExecutionEnvironment> =>
    new Promise((resolve) => {
      const take = (environment: ExecutionEnvironment): void => {
        clearTimeout(losingPatience);
        resolve(environment);
      };
      const losingPatience = setTimeout(() => {
        if (all.size >= concurrency) return;
        waiting.splice(waiting.indexOf(take), 1);
        take(start());
      }, patienceMilliseconds);
      waiting.push(take);
    });

  const release = (environment: ExecutionEnvironment): void => {
    if (!environment.isUsable()) all.delete(environment);
    const next = waiting.shift();
    if (next) next(environment.isUsable() ? environment : start());
    else if (environment.isUsable()) rest(environment);
  };

  // Last in, first out, so that surplus environments stay idle long enough to end.
  const rest = (environment: ExecutionEnvironment): void => {
    idle.push(environment);
    const ending = setTimeout(() => {
      idle.splice(idle.indexOf(environment), 1);
      all.delete(environment);
      endings.delete(environment);
      void environment.end();
    }, idleMilliseconds);
    endings.set(environment, ending.unref());
  };

  const serve = async (event: string, requestId: string): Promise<WorkerAnswer> => {
    const environment = await acquire();
    const deadline = options.clock() + description.timeoutSeconds * 1000;
    try {
      return await environment.run({ event, requestId, deadline, aheadMilliseconds: aheadOf(options.clock) });
    } finally {
      release(environment);
    }
  };

  const close = async (): Promise<void> => {
    state.isClosed = true;
    for (const ending of endings.values()) clearTimeout(ending);
    await Promise.all([...all].map((environment) => environment.end()));
  };

  return {
    invoke: (event, requestId = randomUUID()) => {
      const answer = serve(event, requestId);
      unanswered.add(answer);
      return answer.finally(() => unanswered.delete(answer));
    },
    isThrottled: () => unanswered.size >= reservedConcurrency,
    retire: async () => {
      await Promise.allSettled(unanswered);
      await close();
    },
    close,
  };
};

/** For events that are still queued when the pool closes. */
const endedEnvironment: ExecutionEnvironment = {
  run: async ({ requestId }) => exited(requestId, 0),
  isUsable: () => false,
  end: async () => undefined,
};
