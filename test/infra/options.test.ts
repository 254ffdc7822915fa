import { describe, expect, it } from 'vitest';
import { stages } from '../../infra/config';
import { InvalidOption } from '../../infra/errors';
import { parseOptions } from '../../infra/options';

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/1f2e-3d4c';
const page = ['--domain', 'files.example.com', '--certificate', certificateArn];

describe('parseOptions', () => {
  it.each(['dev', 'prod'] as const)('takes the stage %s as it is configured', (name) => {
    expect(parseOptions(['--stage', name])).toEqual({ stage: stages[name], output: 'cdk.out' });
  });

  it('takes the origins of pages and the address for alarms', () => {
    const { stage } = parseOptions([
      ...['--stage', 'prod', '--origin', 'https://a.example', '--origin', 'https://b.example:8443'],
      ...['--alarm-email', 'duty@example.com'],
    ]);

    expect(stage).toMatchObject({
      webOrigins: ['https://a.example', 'https://b.example:8443'],
      alarmEmail: 'duty@example.com',
    });
  });

  it('takes the host name of the page, which is an origin by itself', () => {
    const { stage } = parseOptions(['--stage', 'prod', ...page, '--origin', 'https://b.example']);

    expect(stage.page).toEqual({ domain: 'files.example.com', certificateArn });
    expect(stage.webOrigins).toEqual(['https://files.example.com', 'https://b.example']);
  });

  it('takes who sends the mails of the pool', () => {
    const { stage } = parseOptions(['--stage', 'prod', '--mail-from', 'sign-in@files.example.com']);

    expect(stage).toEqual({ ...stages.prod, mailFrom: 'sign-in@files.example.com' });
  });

  it('takes a budget and the scan of what arrives', () => {
    const { stage } = parseOptions([
      ...['--stage', 'prod', '--budget', '50', '--alarm-email', 'duty@example.com', '--malware-scan'],
    ]);

    expect(stage).toMatchObject({ monthlyBudget: 50, malwareScan: true });
  });

  it('takes a page of this machine in dev', () => {
    const { stage } = parseOptions(['--stage', 'dev', '--origin', 'http://localhost:5173']);

    expect(stage.webOrigins).toEqual(['http://localhost:5173']);
  });

  it.each([
    [[], 'Use --stage dev or --stage prod.'],
    [['--stage', 'test'], 'There is no stage test: use --stage dev or --stage prod.'],
    [['--stage'], "Option '--stage <value>' argument missing"],
    [['--stage', 'dev', '--colour', 'red'], "Unknown option '--colour'"],
    [['prod'], "Unexpected argument 'prod'"],
    [['--stage', 'prod', '--origin', 'http://localhost:8000'], 'is not an origin'],
    [['--stage', 'dev', '--origin', 'http://files.example.com'], 'is not an origin'],
    [['--stage', 'prod', '--origin', 'https://files.example.com/app'], 'is not an origin'],
    [['--stage', 'prod', '--origin', '*'], 'is not an origin'],
    [['--stage', 'prod', '--origin', 'https://*.example.com'], 'is not an origin'],
    [['--stage', 'prod', '--mail-from', 'files.example.com'], 'files.example.com is not an e-mail address.'],
    [['--stage', 'prod', '--alarm-email', 'nobody'], 'nobody is not an e-mail address.'],
    [['--stage', 'prod', ...page.slice(0, 2)], 'Use --domain and --certificate together'],
    [['--stage', 'prod', ...page, '--domain', 'https://a.example'], 'is not a host name'],
    [['--stage', 'prod', ...page.slice(0, 3), 'arn:aws:acm:eu-west-1:111122223333:certificate/1'], 'in us-east-1'],
    [['--stage', 'prod', '--budget', '50'], 'Use --alarm-email too'],
    [['--stage', 'prod', '--budget', 'much', '--alarm-email', 'a@b.example'], 'whole US dollars'],
  ])('refuses %j in one line', (argv, message) => {
    expect(() => parseOptions(argv)).toThrow(InvalidOption);
    expect(() => parseOptions(argv)).toThrow(message);
  });
});
