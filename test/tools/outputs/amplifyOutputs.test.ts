import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAmplifyConfig } from 'aws-amplify/utils';
import { describe, expect, it } from 'vitest';
import { resourcesConfig, writeEndpoints, type Endpoints } from '../../../local/endpoints';
import { amplifyOutputs } from '../../../tools/outputs/amplifyOutputs';
import { stackOutputs } from '../../../tools/outputs/stackOutputs';
import { faultsOf } from './outputsSchema';

const deployed = JSON.stringify({
  'MyFiles-prod': {
    Region: 'eu-west-1',
    GraphqlUrl: 'https://abc.appsync-api.eu-west-1.amazonaws.com/graphql',
    UserPoolId: 'eu-west-1_AbCdEfGhI',
    UserPoolClientId: '1example23456789',
    HostedUiDomain: 'myfiles-prod-123456789012.auth.eu-west-1.amazoncognito.com',
    WebOrigins: 'https://files.example.com https://www.example.com',
  },
});

const twin: Endpoints = {
  ...{
    pid: 1,
    evaluateCode: '',
    s3: '',
    bucket: '',
    dynamodb: '',
    table: '',
    lambda: '',
    sqs: '',
    deadLetterQueue: '',
    sts: 'http://127.0.0.1:4106',
    mailbox: '',
  },
  graphql: 'http://127.0.0.1:4100/graphql',
  realtime: 'ws://127.0.0.1:4100/graphql/realtime',
  userPool: 'http://127.0.0.1:4101',
  userPoolId: 'us-east-1_LocalPool1',
  userPoolClientId: 'localclient',
  region: 'us-east-1',
  hostedUi: 'https://localhost:4101',
};

const outputsOfTwin = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'myfiles-outputs-'));
  try {
    await writeEndpoints(directory, { endpoints: twin, developer: { accessKeyId: 'any', secretAccessKey: 'any' } });
    return JSON.parse(await readFile(join(directory, 'amplify_outputs.json'), 'utf8'));
  } finally {
    await rm(directory, { recursive: true });
  }
};

describe('amplify_outputs.json', () => {
  it("keeps to Amplify's schema, for a deployed stage and for the twin", async () => {
    expect(faultsOf(amplifyOutputs(stackOutputs(deployed, 'prod')))).toEqual([]);
    expect(faultsOf(await outputsOfTwin())).toEqual([]);
  });

  it('leads people of a deployed stage to its own page and back', () => {
    const { Auth } = parseAmplifyConfig(amplifyOutputs(stackOutputs(deployed, 'prod')));

    expect(Auth?.Cognito).toMatchObject({
      userPoolId: 'eu-west-1_AbCdEfGhI',
      loginWith: {
        email: true,
        oauth: {
          domain: 'myfiles-prod-123456789012.auth.eu-west-1.amazoncognito.com',
          redirectSignIn: ['https://files.example.com', 'https://www.example.com'],
          redirectSignOut: ['https://files.example.com', 'https://www.example.com'],
        },
      },
      passwordFormat: { minLength: 12, requireSpecialCharacters: true },
      mfa: { status: 'optional', totpEnabled: true, smsEnabled: false },
      userAttributes: { email: { required: true } },
    });
  });

  it('says of the twin what its other configuration says, but where the pool listens', async () => {
    const { Auth, API } = resourcesConfig(twin);
    const { userPoolEndpoint, ...Cognito } = Auth.Cognito;

    expect(parseAmplifyConfig(await outputsOfTwin())).toMatchObject({ Auth: { Cognito }, API });
    expect(userPoolEndpoint).toBe(twin.userPool);
  });
});

describe('The schema', () => {
  it.each([
    [{}, '/version is missing'],
    [{ version: '1.3', auth: { aws_region: 'a', user_pool_id: 'b' } }, '/auth/user_pool_client_id is missing'],
    [{ version: '1.3', storage: {} }, '/storage is unknown'],
    [{ version: 1.3 }, '/version is not one of 1.3'],
  ])('finds fault with %j', (outputs, fault) => {
    expect(faultsOf(outputs)).toContain(fault);
  });
});
