import { bundleScript } from '../../../../tools/bundle';
import { projectRoot } from '../../../../tools/paths';
import type { CodeError } from '../../ports';
import { SandboxEnded } from '../errors';
import { startPipeProcess, type PipeProcess } from '../sandbox/pipeProcess';
import { createVerdictCache } from './verdictCache';

/** Resolves to what the service's linter and type checker report about a module; empty if it passes. */
export type Checker = (code: string) => Promise<readonly CodeError[]>;

const memoryMiB = 512;
/** Long enough to think between two edits of a resolver: a warm process saves a second on the next check. */
const idleMilliseconds = 60_000;

interface State {
  process: PipeProcess | undefined;
  idle: NodeJS.Timeout | undefined;
  /** Settles when the last check that was asked for has ended. */
  last: Promise<unknown>;
}

/**
 * A checker whose process starts when code without a cached verdict comes in, and is stopped when idle.
 * It keeps only verdicts: code that was not checked in time is checked anew when asked again.
 */
export const openChecker = ({ deadlineMilliseconds = 30_000 } = {}): Checker => {
  const state: State = { process: undefined, idle: undefined, last: Promise.resolve() };
  const verdicts = createVerdictCache();

  const stop = (process: PipeProcess): void => {
    state.process = undefined;
    process.kill();
  };
  /** Resolves to undefined if the check exceeds the limits of time and memory. */
  const ask = async (code: string): Promise<string | undefined> => {
    clearTimeout(state.idle);
    const process = (state.process ??= await start());
    const deadline = setTimeout(() => stop(process), deadlineMilliseconds);
    try {
      return (await process.ask('check', code)) ?? '[]';
    } catch (error) {
      if (!(error instanceof SandboxEnded)) throw error;
      state.process = undefined;
      return undefined;
    } finally {
      clearTimeout(deadline);
      state.idle = setTimeout(() => stop(process), idleMilliseconds).unref();
    }
  };
  /** Has one check made at a time: what exceeds the limits, and so ends the process, takes no other check with it. */
  const askInTurn = (code: string): Promise<string | undefined> => {
    const asked = state.last.then(() => ask(code));
    state.last = asked.catch(() => undefined); // for whoever asked
    return asked;
  };
  const check = async (code: string): Promise<string> => {
    const verdict = await askInTurn(code);
    return verdict === undefined ? JSON.stringify([unchecked]) : verdicts.write(code, verdict);
  };
  return async (code) => JSON.parse((await verdicts.read(code)) ?? (await check(code)));
};

const start = async (): Promise<PipeProcess> => {
  const text = await bundleScript('local/appsync/evaluator/check/checkerMain.ts');
  return startPipeProcess({ text, flags: [`--max-old-space-size=${memoryMiB}`], directory: projectRoot });
};

/** The answer, no verdict, when the checker process exceeds its time or memory. */
const unchecked: CodeError = {
  errorType: 'PARSE_ERROR',
  value: 'code.js(0,0): error: The code could not be checked within the limits of time and memory.\n',
  location: { line: 0, column: 0, span: 0 },
};
