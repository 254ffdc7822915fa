import { CommandFailed } from './errors';

type Run = (argv: readonly string[]) => Promise<number>;

/**
 * Runs a command and sets its exit code; `--help` prints `usage`. CommandFailed becomes one line and its exit code; every
 * other error is rethrown. When the reader of the output is gone, as in `… | head`, it ends as by SIGPIPE.
 */
export const runCommand = async (usage: string, run: Run): Promise<void> => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endAsBySigpipe);
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) return console.log(usage);
  process.once('beforeExit', failAsStuck);
  try {
    process.exitCode = await run(argv);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  } finally {
    process.off('beforeExit', failAsStuck);
  }
};

/** A program whose command waits for nothing that could still happen would otherwise end with 0, as if it were done. */
const failAsStuck = (): void => {
  console.error('Stopped before the end: nothing was left to wait for.');
  process.exitCode = 13; // Node's own for a module: https://nodejs.org/api/process.html#exit-codes
};

const endAsBySigpipe = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(141); // 128 and the number of SIGPIPE, which Node ignores
};
