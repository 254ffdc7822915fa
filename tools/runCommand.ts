import { InvalidOption } from '../infra/errors';
import { AccountNotReady, NothingToPublish } from './cloud/errors';
import { OutputsMissing } from './outputs/errors';

type Run = (argv: readonly string[]) => Promise<number>;

/**
 * Runs a command to its exit code, or says `usage` for `--help`. What the caller can mend is one line, everything else
 * flies.
 */
export const runCommand = async (usage: string, run: Run): Promise<void> => {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) return console.log(usage);
  try {
    process.exitCode = await run(argv);
  } catch (error) {
    if (!isMendable(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
};

const mendable = [AccountNotReady, InvalidOption, NothingToPublish, OutputsMissing];

const isMendable = (error: unknown): error is Error => mendable.some((type) => error instanceof type);
