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
  'Uploads files to the running twin, large ones in parts. Say the same again and it goes on where it stopped.',
  '',
  '  npm run upload -- FILES… [--email EMAIL]',
  '',
  '  --email EMAIL    who signs in, the next time too; `npm run user -- add EMAIL` makes somebody new',
  '  --parallel N     how many PUTs run at once, 1 to 16 (default 4)',
  '  --data DIR       the data folder of the twin (default .twin)',
  '',
  'The password is asked for, or read from the standard input; it is never an argument.',
].join('\n');

/** Reads the command line, or throws CommandFailed. A path named twice counts once. */
export const readUploadCommand = (args: readonly string[]): CommandLine => {
  const { values, positionals } = parse(args);
  const { email, data: directory } = values;
  const parallel = Number(values.parallel);
  if (positionals.length === 0 || email === '') {
    throw new CommandFailed('Say: npm run upload -- FILES… [--email EMAIL]');
  }
  if (!Number.isInteger(parallel) || parallel < 1 || parallel > 16) {
    throw new CommandFailed('--parallel is a whole number from 1 to 16.');
  }
  return {
    paths: [...new Map(positionals.map((path) => [resolve(path), path])).values()],
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
