import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { aheadOf, type Clock } from '../clock';
import { traceOf } from '../traceOf';
import type { WorkerAnswer, WorkerRequest } from './worker';

/** One function's bundle and configuration. */
export interface FunctionDescription {
  readonly name: string;
  /** The bundle: an ES module that exports `handler`. */
  readonly file: string;
  /** Called when an execution environment starts: the services' addresses are known by then. */
  readonly environment: () => Readonly<Record<string, string>>;
  /** The Lambda runtime, as described to clients: `nodejs24.x`. */
  readonly runtime: string;
  readonly memoryMiB: number;
  readonly timeoutSeconds: number;
  /** How many of its events may run at once; absent: as many as the pool allows. */
  readonly reservedConcurrency?: number | undefined;
}

/** An execution environment: handles one event at a time, and is not reused after it timed out or exited. */
export interface ExecutionEnvironment {
  readonly run: (request: WorkerRequest) => Promise<WorkerAnswer>;
  readonly isUsable: () => boolean;
  readonly end: () => Promise<void>;
}

/** Starts a worker thread with the bundle and none of this process's environment variables. */
export const startEnvironment = (
  { name, file, environment, memoryMiB, timeoutSeconds }: FunctionDescription,
  { script, log, clock }: { readonly script: string; readonly log: (line: string) => void; readonly clock: Clock },
): ExecutionEnvironment => {
  const worker = new Worker(script, {
    eval: true,
    env: { ...environment() },
    workerData: { name, file, memoryMiB, aheadMilliseconds: aheadOf(clock) },
    // A small young generation: an event leaves few short-lived objects, and there may be many environments.
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB, maxYoungGenerationSizeMb: 4 },
    stdout: true,
    stderr: true,
  });
  const state = { ended: false };
  // Uncaught errors are logged; 'exit' follows and gives the answer.
  worker.on('error', (error) => log(`${name}: ${traceOf(error)}`));
  worker.once('exit', () => (state.ended = true));
  for (const stream of [worker.stdout, worker.stderr]) {
    createInterface({ input: stream }).on('line', (line) => log(`${name}: ${line}`));
  }

  const run = (request: WorkerRequest): Promise<WorkerAnswer> =>
    new Promise((resolve) => {
      const finish = (answer: WorkerAnswer): void => {
        clearTimeout(timer);
        worker.off('message', finish).off('exit', onExit);
        resolve(answer);
      };
      // https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-invocation.html
      const timer = setTimeout(() => {
        const errorMessage = `RequestId: ${request.requestId} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`;
        state.ended = true;
        void worker.terminate();
        finish({ ok: false, errorType: 'Sandbox.Timedout', errorMessage, log: '' });
      }, timeoutSeconds * 1000);
      const onExit = (status: number): void => finish(exited(request.requestId, status));
      worker.on('message', finish).on('exit', onExit);
      worker.postMessage(request);
    });

  return {
    run,
    isUsable: () => !state.ended,
    end: async () => {
      await worker.terminate();
    },
  };
};

/** The answer for an event whose environment has exited; `status` is its exit code. */
export const exited = (requestId: string, status: number): WorkerAnswer => {
  const reason = status === 0 ? 'without providing a reason' : `with error: exit status ${status}`;
  const errorMessage = `RequestId: ${requestId} Error: Runtime exited ${reason}`;
  return { ok: false, errorType: 'Runtime.ExitError', errorMessage, log: '' };
};
