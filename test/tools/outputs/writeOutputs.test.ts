import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeEndpoints } from '../../../local/endpoints';
import { OutputsMissing } from '../../../tools/outputs/errors';
import { writeOutputs } from '../../../tools/outputs/writeOutputs';

const deployed = {
  Region: 'eu-west-1',
  GraphqlUrl: 'https://abc.appsync-api.eu-west-1.amazonaws.com/graphql',
  UserPoolId: 'eu-west-1_AbCdEfGhI',
  UserPoolClientId: '1example23456789',
  HostedUiDomain: 'myfiles-dev-123456789012.auth.eu-west-1.amazoncognito.com',
  WebOrigins: 'http://localhost:8000',
};

const dev = ['--stage', 'dev'];

describe('writeOutputs', () => {
  const place = { directory: '' };
  const file = (name: string) => join(place.directory, name);
  const write = (...options: string[]) =>
    writeOutputs([...options, '--from', file('outputs.json'), '--to', file('written.json')]);

  beforeEach(async () => {
    place.directory = await mkdtemp(join(tmpdir(), 'myfiles-outputs-'));
  });
  afterEach(() => rm(place.directory, { recursive: true }));

  it('writes for a deployed stage what the twin writes for itself', async () => {
    await writeFile(file('outputs.json'), JSON.stringify({ 'MyFiles-dev': deployed }));
    const endpoints = {
      ...{ pid: 1, realtime: '', evaluateCode: '', userPool: '', s3: '', bucket: '' },
      ...{
        dynamodb: '',
        table: '',
        lambda: '',
        sqs: '',
        deadLetterQueue: '',
        sts: 'http://127.0.0.1:4106',
        mailbox: '',
        hostedUi: `https://${deployed.HostedUiDomain}`,
      },
      graphql: deployed.GraphqlUrl,
      region: deployed.Region,
      userPoolId: deployed.UserPoolId,
      userPoolClientId: deployed.UserPoolClientId,
    };
    await writeEndpoints(place.directory, { endpoints, developer: { accessKeyId: 'any', secretAccessKey: 'any' } });

    await write('--stage', 'dev');

    expect(await readFile(file('written.json'), 'utf8')).toBe(await readFile(file('amplify_outputs.json'), 'utf8'));
  });

  it.each([
    { when: 'no stage is named', content: '{}', options: [], says: 'Use --stage dev or --stage prod.' },
    { when: 'an option is unknown', content: '{}', options: ['--colour'], says: "Unknown option '--colour'" },
    { when: 'nothing was deployed', options: dev, says: 'docs/operations.md says how to fetch it' },
    { when: 'another stage was deployed', content: '{"MyFiles-prod":{}}', options: dev, says: 'no outputs for dev' },
    { when: 'the file is cut short', content: '{"MyFiles-dev":', options: dev, says: 'The file is not JSON' },
    { when: 'the file is null', content: 'null', options: dev, says: 'no outputs for dev' },
    { when: 'an output is missing', content: '{"MyFiles-dev":{"Region":"a"}}', options: dev, says: 'WebOrigins' },
  ])('says what to do when $when', async ({ content, options, says }) => {
    if (content !== undefined) await writeFile(file('outputs.json'), content);

    await expect(write(...options)).rejects.toThrow(OutputsMissing);
    await expect(write(...options)).rejects.toThrow(says);
  });
});
