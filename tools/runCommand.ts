import { CommandFailed } from './errors';

type Run = (argv: readonly string[]) => Promise<number>;

/**
 * Runs a command to its exit code, or says `usage` for `--help`. CommandFailed is one line and 1, everything else flies.
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
