import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProviderClient, ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect, it, onTestFinished } from 'vitest';
import { tables } from '../../config/table';
import type { Endpoints } from '../../local/endpoints';
import { projectRoot } from '../../tools/paths';
import { run } from '../support/runProgram';

const createFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-contract-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

it(
  'tests a stage of which it has the outputs and credentials, and leaves nobody behind',
  { timeout: 180_000 },
  async () => {
    const folder = await createFolder();
    const twin = run('local/cli.ts', ['--data', folder, '--port', '0']);
    onTestFinished(async () => {
      twin.child.kill('SIGTERM');
      await twin.ended;
    });
    await twin.says('Ctrl-C stops.');
    const endpoints: Endpoints = JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'));
    const outputs = join(folder, 'amplify_outputs.json');
    // How the SDK would find AWS by itself: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
    const environment = {
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoints.userPool,
    };

    const tests = run(
      'tools/testContract.ts',
      ['--outputs', outputs, 'test/contract/getDownloadUrl.test.ts'],
      projectRoot,
      environment,
    );
    const { code, output } = await tests.ended;

    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringMatching(/[1-9]\d* passed/) });
    const [, accessKeyId = '', secretAccessKey = ''] =
      /aws_access_key_id = (\S+)\naws_secret_access_key = (\S+)/.exec(
        await readFile(join(folder, 'credentials'), 'utf8'),
      ) ?? [];
    const common = { region: endpoints.region, credentials: { accessKeyId, secretAccessKey } };
    const db = new DynamoDBClient({ ...common, endpoint: endpoints.dynamodb });
    const { Count } = await db.send(new ScanCommand({ TableName: tables.files.name }));
    expect(Count).toBeGreaterThan(0);
    const pool = new CognitoIdentityProviderClient({ ...common, endpoint: endpoints.userPool });
    const { Users } = await pool.send(new ListUsersCommand({ UserPoolId: endpoints.userPoolId }));
    expect(Users).toEqual([]);
  },
);

it.each([
  ['no file is named', [], 'Name a file: --outputs amplify_outputs.json.'],
  ['the file is not there', ['missing.json'], 'missing.json cannot be read. Run: npm run outputs -- --stage dev'],
  ['the file is not JSON', ['broken.json'], 'broken.json is not JSON. Run: npm run outputs -- --stage dev'],
  [
    'the file is of something else',
    ['empty.json'],
    'empty.json has no auth.aws_region. Run: npm run outputs -- --stage dev',
  ],
])('says in one line that %s', async (_, files, line) => {
  const folder = await createFolder();
  await writeFile(join(folder, 'broken.json'), '{');
  await writeFile(join(folder, 'empty.json'), '{}');
  const paths = files.map((file) => join(folder, file));

  const { code, output } = await run('tools/testContract.ts', ['--outputs', ...paths]).ended;

  expect({ code, output }).toEqual({ code: 1, output: `${line.replace(/^(?=\w+\.json)/, `${folder}/`)}\n` });
});
