import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The error class that a program throws for a command line it does not understand. */
type Refusal = new (message: string, options?: ErrorOptions) => Error;

/** `parseArgs` of `node:util`; what it refuses is thrown as the given class, with a one-sentence message. */
export const parseCommandLine = <const Config extends ParseArgsConfig>(
  config: Config,
  RefusalClass: Refusal,
): ReturnType<typeof parseArgs<Config>> => {
  try {
    return parseArgs(config);
  } catch (cause) {
    const [said] = cause instanceof Error ? cause.message.split('. ') : [String(cause)];
    throw new RefusalClass(`${said}. See --help.`, { cause });
  }
};
