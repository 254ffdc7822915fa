import { resolve } from 'node:path';
import { parseCommandLine } from '../parseCommandLine';
import { CommandFailed } from '../errors';

export interface CommandLine {
  readonly paths: readonly string[];
  /** Who signs in; undefined means the last one who did, or whoever answers when asked. */
  readonly email: string | undefined;
  readonly directory: string;
  /** How many PUTs may run at once. */
  readonly parallel: number;
}

export const usage = [
  'Uploads files to the running twin, large ones in parts. Run the same command again to resume.',
  '',
  '  npm run upload -- FILES… [--email EMAIL]',
  '',
  '  --email EMAIL    who signs in, remembered for next time; `npm run user -- add EMAIL` adds a user',
  '  --parallel N     how many PUTs run at once, 1 to 16 (default 4)',
  "  --data DIR       the twin's data folder (default .twin)",
  '',
  'The password is prompted for or read from standard input, never given as an argument.',
].join('\n');

/** Reads the command line, or throws CommandFailed. A path in `folder` that is named twice counts once. */
export const readUploadCommand = (args: readonly string[], folder: string): CommandLine => {
  const { values, positionals } = parse(args);
  const { email, data: directory } = values;
  const parallel = Number(values.parallel);
  if (positionals.length === 0 || email === '') {
    throw new CommandFailed('Usage: npm run upload -- FILES… [--email EMAIL]');
  }
  if (!Number.isInteger(parallel) || parallel < 1 || parallel > 16) {
    throw new CommandFailed('--parallel must be a whole number from 1 to 16.');
  }
  return {
    paths: [...new Map(positionals.map((path) => [resolve(folder, path), path])).values()],
    email,
    directory,
    parallel,
  };
};

const parse = (args: readonly string[]) =>
  parseCommandLine(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string', default: '.twin' },
        email: { type: 'string' },
        parallel: { type: 'string', default: '4' },
      },
    },
    CommandFailed,
  );
