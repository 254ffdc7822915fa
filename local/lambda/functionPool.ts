import { randomUUID } from 'node:crypto';
import { aheadOf, type Clock } from '../clock';
import { exited, startEnvironment, type ExecutionEnvironment, type FunctionDescription } from './environment';
import type { WorkerAnswer } from './worker';

export interface PoolOptions {
  readonly script: string;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** The most environments of one function; further events wait for their turn. */
  readonly concurrency: number;
  /** An environment that had no event for so long ends, and its memory is free. A minute when left out. */
  readonly idleMilliseconds?: number;
}

export interface FunctionPool {
  readonly invoke: (event: string, requestId?: string) => Promise<WorkerAnswer>;
  /** Closes once every event that was handed in has its answer. */
  readonly retire: () => Promise<void>;
  /** Ends all environments, whatever they are at; no other one starts. */
  readonly close: () => Promise<void>;
}

/**
 * How long an event waits for an environment that is at work before another one starts: about what a start takes. Most
 * events are answered sooner, and an environment less is some 20 MiB less.
 */
const patienceMilliseconds = 100;

/** The execution environments of one function: as many as its events keep busy, kept warm for a while. */
export const createFunctionPool = (description: FunctionDescription, options: PoolOptions): FunctionPool => {
  const { concurrency, idleMilliseconds = 60_000 } = options;
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
      all.delete(warm); // it ended while it had nothing to do
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

  // The one that rested last is taken first, so that those that are too many come to their end.
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
      return await environment.run({ event, requestId, deadline, aheadMs: aheadOf(options.clock) });
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
    retire: async () => {
      await Promise.allSettled(unanswered);
      await close();
    },
    close,
  };
};

/** What an event gets that still waits when its pool is closed. */
const endedEnvironment: ExecutionEnvironment = {
  run: async ({ requestId }) => exited(requestId),
  isUsable: () => false,
  end: async () => undefined,
};
