import { CreateMultipartUploadCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { tables } from '../../../config/table';
import type { Call } from '../../../local/calls';
import { writeEndpoints } from '../../../local/endpoints';
import { place } from '../../../local/place';
import { loadProject, type Project } from '../../../local/project';
import { startTwin, type Twin } from '../../../local/twin';
import { projectRoot } from '../../../tools/paths';
import { rowOf } from '../../functions/followTable/streamRecords';
import { scanResult } from '../../functions/quarantine/scanResult';

/**
 * Runs the contract tests on a twin, and then what no client can cause: a malware finding, reconcile's repairs, its
 * schedule, and a change whose retries run out. Resolves with each AWS call that the stack's principals made, once.
 */
export const recordCalls = async (): Promise<readonly Call[]> => {
  const directory = await mkdtemp(join(tmpdir(), 'myfiles-calls-'));
  const calls = new Map<string, Call>();
  const time = { aheadMilliseconds: 0 };
  const project = await loadProject();
  const twin = await startTwin({
    project,
    directory,
    host: '127.0.0.1',
    port: 0,
    pid: process.pid,
    clock: () => Date.now() + time.aheadMilliseconds,
    log: () => undefined,
    onCall: (call) => void calls.set(JSON.stringify(call), call),
    pauseMilliseconds: 1,
  });
  try {
    await writeEndpoints(directory, twin);
    await runContractTests(twin, directory);
    const services = servicesOf(twin);
    await findMalware(services);
    await leaveRubbish(services);
    time.aheadMilliseconds = 26 * 60 * 60 * 1000; // past the lifetime of pending uploads plus the grace period
    await compare(services);
    await twin.reload(oftenCompared(project));
    await seen(() => [...calls.values()].some(({ by }) => by === 'schedule of reconcile'));
    await breakRecord(services);
    return [...calls.values()];
  } finally {
    await twin.close();
    await rm(directory, { recursive: true });
  }
};

/** The omitted files (names, who may do what) make the same calls with other values. */
const files = ['getUploadUrl', 'multipart', 'saveFileMetadata', 'myFiles', 'getDownloadUrl', 'changes', 'quota'].map(
  (name) => `test/contract/${name}.test.ts`,
);

/**
 * `npm run test:contract -- --outputs amplify_outputs.json`, as against a deployed stage, with long timeouts and
 * retries: whether the tests hold on the twin is checked elsewhere; here they only produce calls.
 */
const runContractTests = ({ endpoints, developer }: Twin, directory: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const outputs = join(directory, 'amplify_outputs.json');
    const args = [
      'tools/run.cjs',
      'tools/testContract.ts',
      '--outputs',
      outputs,
      '--testTimeout',
      '240000',
      '--retry',
      '2',
      ...files,
    ];
    const { VITEST: _, VITEST_WORKER_ID: __, VITEST_POOL_ID: ___, ...environment } = process.env;
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: {
        ...environment,
        AWS_ACCESS_KEY_ID: developer.accessKeyId,
        AWS_SECRET_ACCESS_KEY: developer.secretAccessKey,
        AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoints.userPool,
      },
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(output.join('')))));
  });

const servicesOf = ({ endpoints, developer }: Twin) => {
  const common = { region: endpoints.region, credentials: developer };
  return {
    bytes: new S3Client({ ...common, endpoint: endpoints.s3, forcePathStyle: true }),
    rows: DynamoDBDocumentClient.from(new DynamoDBClient({ ...common, endpoint: endpoints.dynamodb })),
    functions: new LambdaClient({ ...common, endpoint: endpoints.lambda }),
    queue: new SQSClient({ ...common, endpoint: endpoints.sqs }),
    deadLetterQueue: endpoints.deadLetterQueue,
  };
};

type Services = ReturnType<typeof servicesOf>;

const somebody = 'somebody';

const findMalware = async ({ bytes, rows, functions }: Services): Promise<void> => {
  const row = rowOf({ UserId: somebody, FileId: 'harmful', Size: 7, Status: 'PENDING' });
  const { VersionId = '' } = await bytes.send(
    new PutObjectCommand({ Bucket: place.bucketName, Key: row.S3Key, Body: 'harmful' }),
  );
  await rows.send(new PutCommand({ TableName: tables.files.name, Item: row }));
  const Payload = JSON.stringify(scanResult({ key: row.S3Key, versionId: VersionId }));
  const { FunctionError } = await functions.send(new InvokeCommand({ FunctionName: 'quarantine', Payload }));
  expect(FunctionError).toBeUndefined();
};

/** Leaves bytes and an upload without rows, wrong usage, and a row that expired longer ago than TTL looks back. */
const leaveRubbish = async ({ bytes, rows }: Services): Promise<void> => {
  const Bucket = place.bucketName;
  await bytes.send(new PutObjectCommand({ Bucket, Key: `uploads/${somebody}/lost`, Body: 'lost' }));
  await bytes.send(new CreateMultipartUploadCommand({ Bucket, Key: `uploads/${somebody}/open` }));
  const total = { TotalBytes: 7, TotalFiles: 7, PendingBytes: 7, PendingFiles: 7 };
  const Item = { UserId: somebody, Entry: 'TOTAL', ...total };
  await rows.send(new PutCommand({ TableName: tables.usage.name, Item }));
  const ended = rowOf({ UserId: somebody, FileId: 'ended', Size: 1, Status: 'PENDING' });
  await rows.send(new PutCommand({ TableName: tables.files.name, Item: { ...ended, ExpiresAt: 1 } }));
};

const compare = async ({ functions }: Services): Promise<void> => {
  const Payload = JSON.stringify({ repairUsage: true });
  const { FunctionError } = await functions.send(new InvokeCommand({ FunctionName: 'reconcile', Payload }));
  expect(FunctionError).toBeUndefined();
};

const oftenCompared = (project: Project): Project => {
  const { background } = project.wiring;
  const { reconcile } = background;
  if (reconcile === undefined) throw new TypeError('There is no reconcile.');
  const often = { ...reconcile, trigger: { everyHours: 1 / 3_600 } };
  return { ...project, wiring: { ...project.wiring, background: { ...background, reconcile: often } } };
};

/** Writes an invalid row: its record is retried until Lambda gives up on it. */
const breakRecord = async ({ rows, queue, deadLetterQueue: QueueUrl }: Services): Promise<void> => {
  await rows.send(new PutCommand({ TableName: tables.files.name, Item: { UserId: somebody, FileId: 'broken' } }));
  await seen(async () => {
    const { Attributes = {} } = await queue.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    return Attributes['ApproximateNumberOfMessages'] === '1';
  });
};

const seen = (look: () => boolean | Promise<boolean>): Promise<void> =>
  vi.waitFor(async () => expect(await look()).toBe(true), { timeout: 60_000, interval: 200 });
