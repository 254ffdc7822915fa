import { CommandFailed } from './errors';
import { parseCommandLine } from './parseCommandLine';

/** What a program accepts: boolean flags, and words. */
export interface Command<Flag extends string> {
  readonly flags?: readonly Flag[];
  /** The most words it accepts; none by default. */
  readonly words?: number;
}

export interface CommandLine<Flag extends string> {
  readonly words: readonly string[];
  readonly has: (flag: Flag) => boolean;
}

/** Reads a command line, or throws CommandFailed. */
export const readCommandLine = <Flag extends string = never>(
  args: readonly string[],
  { flags = [], words: most = 0 }: Command<Flag>,
): CommandLine<Flag> => {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' }] as const));
  const { values, positionals: words } = parseCommandLine(
    { args: [...args], options, allowPositionals: true },
    CommandFailed,
  );
  if (words.length > most) throw new CommandFailed(`Unexpected argument '${words[most]}'. See --help.`);
  return { words, has: (flag) => values[flag] === true };
};
