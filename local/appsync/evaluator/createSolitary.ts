import { SandboxEnded } from './errors';
import { runIn, type Ending, type Job } from './job';
import type { Sandbox } from './sandbox/spawnSandbox';

interface Options {
  readonly open: () => Sandbox;
  readonly close: (sandbox: Sandbox) => void;
  readonly deadlineMilliseconds: number;
}

interface Waiting {
  readonly job: Job;
  readonly resolve: (ending: Ending) => void;
  readonly reject: (error: unknown) => void;
  /** How often its sandbox was killed from outside this project. */
  foreignKills: number;
}

const laneCount = 3;
const maxForeignKills = 5;

/**
 * Runs each job alone in a sandbox, so that whatever stops the sandbox is that job's fault. There are a few lanes, so
 * that an endless job does not block the others.
 */
export const createSolitary = ({ open, close, deadlineMilliseconds }: Options): ((job: Job) => Promise<Ending>) => {
  const queue: Waiting[] = [];
  const lanes = { busy: 0 };

  const runAlone = async (sandbox: Sandbox, job: Job): Promise<Ending | 'killed'> => {
    const deadline = { isOver: false };
    try {
      await sandbox.ready;
      const outcome = runIn(sandbox, job);
      const timer = setTimeout(() => {
        // After a long pause of this process, the answer may be waiting: it is read before this runs.
        setImmediate(() => {
          deadline.isOver = sandbox.pending() > 0;
          if (deadline.isOver) sandbox.kill();
        });
      }, deadlineMilliseconds);
      return { outcome: await outcome.finally(() => clearTimeout(timer)) };
    } catch (error) {
      if (!(error instanceof SandboxEnded)) throw error;
      if (error.isForeign) return 'killed';
      return { stoppedBy: deadline.isOver ? 'deadline' : 'crash' };
    }
  };

  /** Serves one job; resolves to whether the sandbox can be reused. */
  const serve = async (waiting: Waiting, sandbox: Sandbox): Promise<boolean> => {
    const ending = await runAlone(sandbox, waiting.job);
    if (ending !== 'killed') {
      waiting.resolve(ending);
      return 'outcome' in ending;
    }
    waiting.foreignKills += 1;
    if (waiting.foreignKills < maxForeignKills) queue.unshift(waiting);
    else waiting.resolve({ stoppedBy: 'crash' });
    return false;
  };

  /** Serves one job, then those that wait. Each failure is its own job's: the others still get their turn. */
  const workOff = async (first: Waiting): Promise<void> => {
    lanes.busy += 1;
    let sandbox: Sandbox | undefined;
    for (let next: Waiting | undefined = first; next !== undefined; next = queue.shift()) {
      try {
        sandbox ??= open();
        if (await serve(next, sandbox)) continue;
      } catch (error) {
        next.reject(error);
      }
      if (sandbox) close(sandbox);
      sandbox = undefined;
    }
    lanes.busy -= 1; // in the same turn in which the queue was empty: a job that comes later begins a lane of its own
    if (sandbox) close(sandbox);
  };

  return (job) =>
    new Promise((resolve, reject) => {
      const waiting = { job, resolve, reject, foreignKills: 0 };
      if (lanes.busy < laneCount) void workOff(waiting);
      else queue.push(waiting);
    });
};
