import { parseArgs } from 'node:util';
import { stages, type StageConfig, type StageName } from './config';
import { InvalidOption } from './errors';

/** What a command line asks for. */
export interface Options {
  readonly stage: StageConfig;
  /** The folder of the cloud assembly. */
  readonly output: string;
}

/** Reads `--stage dev|prod [--origin https://…]… [--alarm-email a@b.c] [--output cdk.out]`, or throws InvalidOption. */
export const parseOptions = (argv: readonly string[]): Options => {
  const { stage: name, origin: origins, 'alarm-email': alarmEmail, output } = readOptions(argv);
  const stage: StageConfig = stages[stageNameOf(name)];
  return {
    stage: {
      ...stage,
      ...(origins && { webOrigins: origins.map((origin) => originOf(origin, stage)) }),
      ...(alarmEmail !== undefined && { alarmEmail: emailOf(alarmEmail) }),
    },
    output,
  };
};

const readOptions = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        stage: { type: 'string' },
        origin: { type: 'string', multiple: true },
        'alarm-email': { type: 'string' },
        output: { type: 'string', default: 'cdk.out' },
      },
    }).values;
  } catch (cause) {
    throw new InvalidOption(cause instanceof Error ? cause.message : 'The options cannot be read.', { cause });
  }
};

const stageNameOf = (name: string | undefined): StageName => {
  if (name === 'dev' || name === 'prod') return name;
  throw new InvalidOption(
    name === undefined
      ? `Say --stage dev or --stage prod.`
      : `No stage is named ${name}: say --stage dev or --stage prod.`,
  );
};

const originOf = (text: string, stage: StageConfig): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSecure = url?.protocol === 'https:';
  const isLocal = url?.protocol === 'http:' && url.hostname === 'localhost';
  if (url && url.origin === text && !text.includes('*') && (isSecure || (isLocal && stage.name === 'dev'))) return text;
  throw new InvalidOption(
    `${text} is not an origin like https://files.example.com${stage.name === 'dev' ? ' or http://localhost:8000' : ''}.`,
  );
};

const emailOf = (text: string): string => {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return text;
  throw new InvalidOption(`${text} is not an e-mail address.`);
};
