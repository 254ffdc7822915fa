import { BadCommandLine } from './errors';
import { parseCommandLine } from './parseCommandLine';

/** What a program takes: flags that are there or not, and words. */
export interface Command<Flag extends string> {
  /** What `--help` answers. */
  readonly usage: string;
  readonly flags?: readonly Flag[];
  /** How many words it takes at the most; none unless said otherwise. */
  readonly words?: number;
}

export interface CommandLine<Flag extends string> {
  readonly words: readonly string[];
  readonly has: (flag: Flag) => boolean;
}

/** The command line of this process, which ends here when it asks for help, or for what the program does not know. */
export const ownCommandLine = <Flag extends string = never>(command: Command<Flag>): CommandLine<Flag | 'help'> => {
  try {
    const commandLine = readCommandLine(process.argv.slice(2), command);
    if (!commandLine.has('help')) return commandLine;
    console.log(command.usage);
    return process.exit(0);
  } catch (error) {
    if (!(error instanceof BadCommandLine)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
};

/** Reads a command line, or throws BadCommandLine. */
export const readCommandLine = <Flag extends string = never>(
  args: readonly string[],
  { flags = [], words: most = 0 }: Omit<Command<Flag>, 'usage'>,
): CommandLine<Flag | 'help'> => {
  const options = Object.fromEntries(['help', ...flags].map((flag) => [flag, { type: 'boolean' }] as const));
  const { values, positionals: words } = parseCommandLine(
    { args: [...args], options, allowPositionals: true },
    BadCommandLine,
  );
  if (words.length > most) throw new BadCommandLine(`${words[most]} means nothing here. See --help.`);
  return { words, has: (flag) => values[flag] === true };
};
