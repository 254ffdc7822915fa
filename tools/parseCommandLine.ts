import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What a program throws that does not know what to do with its command line. */
type Refusal = new (message: string, options?: ErrorOptions) => Error;

/** Node's own reader of options and words. What it does not take is told in one sentence. */
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
