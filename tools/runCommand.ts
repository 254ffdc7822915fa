import { getSystemErrorMap } from 'node:util';
import { CommandFailed } from './errors';

type Run = (argv: readonly string[]) => Promise<number>;

/**
 * Runs a command and sets its exit code; `--help` prints `usage`. CommandFailed becomes one line and its exit code; every
 * other error is rethrown. When the reader of the output is gone, as in `… | head`, it ends as by SIGPIPE; when the
 * output cannot be written, as on a full disk, it ends with 1.
 */
export const runCommand = async (usage: string, run: Run): Promise<void> => {
  process.stdout.on('error', (error) => endUnread(error, `The output could not be written: ${wordsOf(error)}.`));
  process.stderr.on('error', (error) => endUnread(error));
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

const endUnread = (error: NodeJS.ErrnoException, line?: string): void => {
  if (error.code === 'EPIPE') process.exit(141); // 128 and the number of SIGPIPE, which Node ignores
  if (line !== undefined) console.error(line);
  process.exit(1);
};

/** The system's words for an error, and its code: `no space left on device (ENOSPC)`. */
const wordsOf = ({ errno = 0, message }: NodeJS.ErrnoException): string => {
  const [code, words] = getSystemErrorMap().get(errno) ?? [];
  return words === undefined ? message : `${words} (${code})`;
};
