import { parseCommandLine } from '../tools/parseCommandLine';
import { stages, type PageAddress, type StageConfig, type StageName } from './config';
import { InvalidOption } from './errors';

/** The parsed command line. */
export interface Options {
  readonly stage: StageConfig;
  /** The folder of the cloud assembly. */
  readonly output: string;
}

/** Parses the options that `usage` describes, or throws InvalidOption. */
export const parseOptions = (argv: readonly string[]): Options => {
  const options = readOptions(argv);
  const stage: StageConfig = stages[stageNameOf(options.stage)];
  const page = pageOf(options.domain, options.certificate);
  const alarmEmail = options['alarm-email'] === undefined ? undefined : emailOf(options['alarm-email']);
  const origins = [
    ...(page ? [`https://${page.domain}`] : []),
    ...(options.origin ?? []).map((origin) => originOf(origin, stage)),
  ];
  return {
    stage: {
      ...stage,
      ...(page && { page }),
      ...(origins.length > 0 && { webOrigins: origins }),
      ...(options['mail-from'] !== undefined && { mailFrom: emailOf(options['mail-from']) }),
      ...(alarmEmail !== undefined && { alarmEmail }),
      ...(options['malware-scan'] === true && { malwareScan: true }),
      ...(options.budget !== undefined && { monthlyBudget: budgetOf(options.budget, alarmEmail) }),
    },
    output: options.output,
  };
};

/** The options of `npm run synth --`, `npm run diff --` and `npm run deploy --`, which print this for `--help`. */
export const usage = `--stage dev|prod
  [--domain files.example.com --certificate arn:aws:acm:us-east-1:…]  the page's own host name, which is also an origin
  [--origin https://files.example.com]…                               pages that may sign people in (CORS, callbacks)
  [--mail-from sign-in@example.com]                                   who sends codes; the domain must be verified in SES
  [--alarm-email duty@example.com]                                    who is notified of alarms
  [--budget 50]                                                       US dollars a month; above it, that address is notified
  [--malware-scan]                                                    GuardDuty scans uploads; harmful files are rejected
  [--output cdk.out]                                                  the folder of the cloud assembly`;

const readOptions = (argv: readonly string[]) =>
  parseCommandLine(
    {
      args: [...argv],
      options: {
        stage: { type: 'string' },
        domain: { type: 'string' },
        certificate: { type: 'string' },
        origin: { type: 'string', multiple: true },
        'mail-from': { type: 'string' },
        budget: { type: 'string' },
        'alarm-email': { type: 'string' },
        'malware-scan': { type: 'boolean' },
        output: { type: 'string', default: 'cdk.out' },
      },
    },
    InvalidOption,
  ).values;

const stageNameOf = (name: string | undefined): StageName => {
  if (name === 'dev' || name === 'prod') return name;
  throw new InvalidOption(
    name === undefined
      ? 'Use --stage dev or --stage prod. See --help.'
      : `There is no stage ${name}: use --stage dev or --stage prod.`,
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

const pageOf = (domain: string | undefined, certificateArn: string | undefined): PageAddress | undefined => {
  if (domain === undefined && certificateArn === undefined) return undefined;
  if (domain === undefined || certificateArn === undefined) {
    throw new InvalidOption('Use --domain and --certificate together: a host name needs its certificate.');
  }
  if (!/^([a-z0-9-]+\.)+[a-z]{2,}$/.test(domain)) {
    throw new InvalidOption(`${domain} is not a host name like files.example.com.`);
  }
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html
  if (!/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/.test(certificateArn)) {
    throw new InvalidOption(`${certificateArn} is not a certificate in us-east-1: CloudFront takes no other.`);
  }
  return { domain, certificateArn };
};

const budgetOf = (text: string, alarmEmail: string | undefined): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidOption(`${text} is not a budget in whole US dollars, such as 50.`);
  if (alarmEmail === undefined) throw new InvalidOption('Use --alarm-email too: the budget is reported there.');
  return Number(text);
};

const emailOf = (text: string): string => {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return text;
  throw new InvalidOption(`${text} is not an e-mail address.`);
};
