import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { resourcesConfig, writeEndpoints } from '../../local/endpoints';
import { endpointTable } from '../../local/report';
import { projectRoot } from '../../tools/paths';
import { useTwin } from '../functions/useTwin';

const { twin } = useTwin();

it('writes credentials and region where AWS finds both by one variable', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-endpoints-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { endpoints, developer } = twin();
  await writeEndpoints(folder, { endpoints, developer });

  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', whoAndWhere], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, HOME: '/nowhere', AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials') },
  });

  const { accessKeyId, secretAccessKey } = developer;
  expect(JSON.parse(stdout)).toMatchObject({ accessKeyId, secretAccessKey, region: endpoints.region });
  // Only `aws s3 presign` of AWS CLI 1 needs it.
  expect(await readFile(join(folder, 'credentials'), 'utf8')).toContain('\ns3 =\n  signature_version = s3v4\n');
});

it('says the path of the authority as one word of a shell', () => {
  const endpoints = { ...twin().endpoints, certificateAuthority: "/home/Bo's files/ca.pem" };

  const table = endpointTable(endpoints, { directory: '.twin', milliseconds: 1 });

  expect(table).toContain(String.raw`NODE_EXTRA_CA_CERTS='/home/Bo'\''s files/ca.pem';`);
});

it('tells sign-up forms the rules for passwords', async () => {
  const { Auth } = resourcesConfig(twin().endpoints);

  const { passwordFormat } = Auth.Cognito;
  expect(passwordFormat).toMatchObject({ minLength: 12, requireUppercase: true, requireSpecialCharacters: true });
});

const whoAndWhere = `
  import { S3Client } from '@aws-sdk/client-s3';
  const { config } = new S3Client({});
  console.log(JSON.stringify({ ...(await config.credentials()), region: await config.region() }));`;
