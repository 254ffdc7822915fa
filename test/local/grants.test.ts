import {
  DynamoDBClient,
  ListTablesCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functionRole, type Credentials } from '../../local/assembly/principals';
import { openSecrets } from '../../local/assembly/secrets';
import type { Call } from '../../local/calls';
import { systemClock } from '../../local/clock';
import { loadProject } from '../../local/project';
import { startTwin, type Twin } from '../../local/twin';
import { background, sources } from '../../resolvers/manifest';

interface Setup {
  readonly twin: Twin;
  readonly calls: Call[];
  readonly roleOf: (name: keyof typeof background | 'signUpload') => Credentials;
  readonly close: () => Promise<void>;
}

const start = async (): Promise<Setup> => {
  const directory = await mkdtemp(join(tmpdir(), 'myfiles-grants-'));
  const calls: Call[] = [];
  const twin = await startTwin({
    project: await loadProject(),
    directory,
    host: '127.0.0.1',
    port: 0,
    pid: process.pid,
    clock: systemClock,
    log: () => undefined,
    onCall: (call) => void calls.push(call),
  });
  const secrets = await openSecrets(directory);
  const { signUpload } = sources;
  return {
    twin,
    calls,
    roleOf: (name) => functionRole(name, { ...background, signUpload }[name].may, secrets),
    close: async () => {
      await twin.close();
      await rm(directory, { recursive: true });
    },
  };
};

const running: Setup[] = [];
beforeAll(async () => void running.push(await start()));
afterAll(async () => {
  for (const { close } of running) await close();
});
const setup = (): Setup => {
  const [only] = running;
  if (only === undefined) throw new Error('The twin has not been started.');
  return only;
};

const clientsOf = (credentials: Omit<Credentials, 'allows'>) => {
  const { endpoints } = setup().twin;
  const common = { region: endpoints.region, credentials, maxAttempts: 1 };
  return {
    tables: new DynamoDBClient({ ...common, endpoint: endpoints.dynamodb }),
    functions: new LambdaClient({ ...common, endpoint: endpoints.lambda }),
    queue: new SQSClient({ ...common, endpoint: endpoints.sqs }),
    bytes: new S3Client({ ...common, endpoint: endpoints.s3, forcePathStyle: true }),
  };
};

const arn = (table: string) => `arn:aws:dynamodb:us-east-1:000000000000:table/${table}`;
const usageOf = { UserId: { S: 'owner' }, Entry: { S: 'TOTAL' } };
const denial = (name: string, action: string, resource: string) => ({
  name: 'AccessDeniedException',
  $metadata: expect.objectContaining({ httpStatusCode: expect.any(Number) }),
  message: `User: arn:aws:sts::000000000000:assumed-role/${name}/${name} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
});

describe('a function’s credentials', () => {
  it('do at the tables what the manifest grants, and that is told', async () => {
    const { tables } = clientsOf(setup().roleOf('reconcile'));

    await tables.send(new ScanCommand({ TableName: 'MyAppUsage' }));
    await tables.send(
      new QueryCommand({
        TableName: 'MyAppFiles',
        IndexName: 'FileNameIndex',
        KeyConditionExpression: 'UserId = :user',
        ExpressionAttributeValues: { ':user': { S: 'owner' } },
      }),
    );

    expect(setup().calls).toContainEqual({
      by: 'function reconcile',
      action: 'dynamodb:Scan',
      resource: arn('MyAppUsage'),
    });
    expect(setup().calls).toContainEqual({
      by: 'function reconcile',
      action: 'dynamodb:Query',
      resource: `${arn('MyAppFiles')}/index/FileNameIndex`,
    });
  });

  it('do nothing else there', async () => {
    const { tables } = clientsOf(setup().roleOf('reconcile'));

    await expect(tables.send(new ScanCommand({ TableName: 'MyAppFiles' }))).rejects.toMatchObject(
      denial('reconcile', 'dynamodb:Scan', arn('MyAppFiles')),
    );
    await expect(tables.send(new ListTablesCommand())).rejects.toMatchObject(
      denial('reconcile', 'dynamodb:ListTables', '*'),
    );
  });

  it('are judged by each action of a transaction', async () => {
    const { tables } = clientsOf(setup().roleOf('followTable'));
    const put = { Put: { TableName: 'MyAppUsage', Item: { UserId: { S: 'owner' }, Entry: { S: 'FREED#1' } } } };
    const remove = { Delete: { TableName: 'MyAppUsage', Key: usageOf } };

    await tables.send(new TransactWriteItemsCommand({ TransactItems: [put] }));
    await expect(tables.send(new TransactWriteItemsCommand({ TransactItems: [put, remove] }))).rejects.toMatchObject(
      denial('followTable', 'dynamodb:DeleteItem', arn('MyAppUsage')),
    );
  });

  it('reach no bytes by themselves', async () => {
    const { bytes } = clientsOf(setup().roleOf('signUpload'));
    const Bucket = setup().twin.endpoints.bucket;

    const put = bytes.send(new PutObjectCommand({ Bucket, Key: 'uploads/owner/1', Body: 'hello' }));

    await expect(put).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('invoke no function and read no queue', async () => {
    const { functions, queue } = clientsOf(setup().roleOf('followTable'));
    const QueueUrl = setup().twin.endpoints.deadLetterQueue;

    await expect(functions.send(new InvokeCommand({ FunctionName: 'reconcile' }))).rejects.toMatchObject(
      denial('followTable', 'lambda:InvokeFunction', 'arn:aws:lambda:us-east-1:000000000000:function:reconcile'),
    );
    await expect(queue.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toThrow(
      'not authorized to perform: sqs:ReceiveMessage on resource: arn:aws:sqs:us-east-1:000000000000:MyAppDeadLetters',
    );
  });

  it('are nothing without their session', async () => {
    const { accessKeyId, secretAccessKey } = setup().roleOf('reconcile');
    const { tables } = clientsOf({ accessKeyId, secretAccessKey });

    await expect(tables.send(new ScanCommand({ TableName: 'MyAppUsage' }))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });
});

describe('the developer’s credentials', () => {
  it('do everything', async () => {
    const { tables, functions, queue } = clientsOf(setup().twin.developer);

    expect((await tables.send(new ListTablesCommand())).TableNames).toContain('MyAppFiles');
    // A full ARN: its colons are URL-encoded in the path, and encoded again in the signature.
    const FunctionName = 'arn:aws:lambda:us-east-1:000000000000:function:reconcile';
    expect(await functions.send(new InvokeCommand({ FunctionName, Qualifier: '$LATEST' }))).toMatchObject({
      StatusCode: 200,
    });
    await queue.send(new ReceiveMessageCommand({ QueueUrl: setup().twin.endpoints.deadLetterQueue }));
  });

  it.each([
    ['an unknown key', { accessKeyId: 'AKIASTRANGER' }, 'UnrecognizedClientException'],
    ['a wrong secret', { secretAccessKey: 'guessed' }, 'InvalidSignatureException'],
  ])('are refused with %s', async (_, wrong, name) => {
    const { tables, functions, queue } = clientsOf({ ...setup().twin.developer, ...wrong });

    await expect(tables.send(new ListTablesCommand())).rejects.toMatchObject({ name });
    await expect(functions.send(new InvokeCommand({ FunctionName: 'reconcile' }))).rejects.toMatchObject({ name });
    const QueueUrl = setup().twin.endpoints.deadLetterQueue;
    await expect(queue.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toThrow(/invalid|match/);
  });
});
