import { CommandFailed } from './errors';

type Run = (argv: readonly string[]) => Promise<number>;

/**
 * Runs a command and sets its exit code; `--help` prints `usage`. CommandFailed becomes one line and exit code 1; every
 * other error is rethrown.
 */
export const runCommand = async (usage: string, run: Run): Promise<void> => {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) return console.log(usage);
  try {
    process.exitCode = await run(argv);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
};
