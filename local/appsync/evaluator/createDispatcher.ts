import { EvaluatorClosed, SandboxEnded } from './errors';
import { load, runIn, type Ending, type Job, type Loadable } from './job';
import { createSolitary } from './createSolitary';
import type { Sandbox } from './sandbox/spawnSandbox';
import { watchSilence } from './watchSilence';

export interface Dispatcher {
  /** Runs a job to its end; rejects with EvaluatorClosed. */
  readonly run: (job: Job) => Promise<Ending>;
  /** Loads a module into the shared sandbox before its first job. */
  readonly prepare: (module: Loadable) => void;
  /** Drops a module from the shared sandbox. */
  readonly forget: (moduleId: string) => void;
  readonly close: () => void;
}

interface Options {
  readonly spawn: () => Sandbox;
  readonly deadlineMilliseconds: number;
}

/**
 * Runs jobs on one shared sandbox. If it ends, or is silent for a fraction of the deadline, the culprit is unknown: the
 * sandbox is killed, a fresh one serves new jobs, and each unfinished job is retried alone.
 */
export const createDispatcher = ({ spawn, deadlineMilliseconds }: Options): Dispatcher => {
  const state: { shared: Sandbox | undefined; isClosed: boolean } = { shared: undefined, isClosed: false };
  const alive = new Set<Sandbox>();
  const patience = Math.max(20, Math.min(deadlineMilliseconds / 4, maxPatienceMilliseconds));

  const open = (): Sandbox => {
    if (state.isClosed) throw new EvaluatorClosed();
    const sandbox = spawn();
    alive.add(sandbox);
    return sandbox;
  };
  const close = (sandbox: Sandbox): void => {
    alive.delete(sandbox);
    if (state.shared === sandbox) state.shared = undefined;
    sandbox.kill();
  };
  const share = (): Sandbox => {
    const sandbox = open();
    watchSilence(sandbox, patience, () => close(sandbox));
    return sandbox;
  };
  const runAlone = createSolitary({ open, close, deadlineMilliseconds });
  state.shared = share(); // started early, to be ready for the first job

  return {
    run: async (job) => {
      const sandbox = (state.shared ??= share());
      try {
        return { outcome: await runIn(sandbox, job) };
      } catch (error) {
        if (!(error instanceof SandboxEnded)) throw error;
        close(sandbox);
      }
      const ending = await runAlone(job);
      if (state.isClosed && !('outcome' in ending)) throw new EvaluatorClosed();
      return ending;
    },
    prepare: (module) => load((state.shared ??= share()), module),
    forget: (moduleId) => state.shared?.drop(moduleId),
    close: () => {
      state.isClosed = true;
      for (const sandbox of alive) close(sandbox);
    },
  };
};

const maxPatienceMilliseconds = 250;
