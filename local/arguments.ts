import { parseCommandLine } from '../tools/parseCommandLine';
import { BadArgument } from './errors';

/** What the command line asks for. */
export interface Arguments {
  readonly directory: string;
  readonly memory: boolean;
  readonly reset: boolean;
  readonly rotateKeys: boolean;
  readonly port: number;
  readonly host: string;
  /** Origins of pages that are served elsewhere. */
  readonly origins: readonly string[];
  readonly verbose: boolean;
  readonly help: boolean;
}

export const usage = `Runs MyFiles on this machine: GraphQL API, user pool, storage, tables and functions.

  --data DIR     the data folder (default .twin)
  --memory       keeps no data; configuration files are still written to DIR
  --reset        starts with empty data
  --rotate-keys  signs tokens with a new key from now on; tokens signed with the old one stay valid until they expire
  --port N       base port: GraphQL N, user pool N+1, S3 N+2, DynamoDB N+3, Lambda N+4, SQS N+5, STS N+6
                 (default 4100; 0 picks free ports)
  --host HOST    the address to listen on (default 127.0.0.1; 0.0.0.0 lets other devices in)
  --origin URL   the origin of your own page, such as http://localhost:5173, or of your app, such as
                 capacitor://localhost: it may send bytes, subscribe and sign in by redirect, as the project's own
                 page may (repeatable)
  --verbose      shows every line that functions log, not only warnings and errors
  --help         shows this text`;

/** Reads the arguments, or throws BadArgument. */
export const readArguments = (args: readonly string[]): Arguments => {
  const { values } = parse(args);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_529) {
    throw new BadArgument(`--port must be a number from 0 to 65529, not ${values.port}. See --help.`);
  }
  const notAnOrigin = values.origin.find((text) => !isOrigin(text));
  if (notAnOrigin !== undefined) {
    throw new BadArgument(
      `--origin must be a scheme, host and port, such as http://localhost:5173, not ${notAnOrigin}. See --help.`,
    );
  }
  return {
    directory: values.data,
    memory: values.memory,
    reset: values.reset,
    rotateKeys: values['rotate-keys'],
    port,
    host: values.host,
    origins: values.origin,
    verbose: values.verbose,
    help: values.help,
  };
};

/** What a page would send as `Origin`, an app's among them: `capacitor://localhost`, of which `URL` itself tells no origin. */
const isOrigin = (text: string): boolean => {
  if (!URL.canParse(text) || /[A-Z*]/.test(text)) return false;
  const { protocol, host } = new URL(text);
  return host !== '' && text === `${protocol}//${host}`;
};

const parse = (args: readonly string[]) =>
  parseCommandLine(
    {
      args: [...args],
      options: {
        data: { type: 'string', default: '.twin' },
        memory: { type: 'boolean', default: false },
        reset: { type: 'boolean', default: false },
        'rotate-keys': { type: 'boolean', default: false },
        port: { type: 'string', default: '4100' },
        host: { type: 'string', default: '127.0.0.1' },
        origin: { type: 'string', multiple: true, default: [] },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    BadArgument,
  );
