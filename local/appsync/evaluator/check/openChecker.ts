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

/**
 * A checker whose process starts when code without a cached verdict comes in, and is stopped when idle.
 * It keeps only verdicts: code that was not checked in time is checked anew when asked again.
 */
export const openChecker = ({ deadlineMilliseconds = 30_000 } = {}): Checker => {
  const state: { process: Promise<PipeProcess> | undefined; idle: NodeJS.Timeout | undefined } = {
    process: undefined,
    idle: undefined,
  };
  const verdicts = createVerdictCache();

  const stop = (process: PipeProcess): void => {
    state.process = undefined;
    process.kill();
  };
  const ask = async (code: string): Promise<string> => {
    clearTimeout(state.idle);
    const process = await (state.process ??= start());
    const deadline = setTimeout(() => stop(process), deadlineMilliseconds);
    try {
      return await verdicts.write(code, (await process.ask('check', code)) ?? '[]');
    } catch (error) {
      if (!(error instanceof SandboxEnded)) throw error;
      state.process = undefined;
      return JSON.stringify([unchecked]);
    } finally {
      clearTimeout(deadline);
      state.idle = setTimeout(() => process.pending() === 0 && stop(process), idleMilliseconds).unref();
    }
  };
  return async (code) => JSON.parse((await verdicts.read(code)) ?? (await ask(code)));
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
