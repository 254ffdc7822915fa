import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deploymentFile, readDeployment, readStack } from '../outputs/stackOutputs';
import { ReplayFailed } from './errors';

/** AWS's own clients for all that a replay needs. */
export interface Services {
  readonly queueUrl: string;
  readonly queue: SQSClient;
  readonly streams: DynamoDBStreamsClient;
  readonly functions: LambdaClient;
  readonly close: () => void;
}

/** The twin whose data folder it is. */
export const connectToTwin = async (directory: string): Promise<Services> => {
  const file = join(directory, 'endpoints.json');
  const missing = `No twin runs with this data (${file}). Start it with: npm run dev`;
  const endpoints = textsOf(
    await readJson(file, missing),
    ['deadLetterQueue', 'sqs', 'dynamodb', 'lambda', 'region'],
    missing,
  );
  const common = { region: endpoints.region, credentials: await readCredentials(directory, missing) };
  return servicesOf(endpoints.deadLetterQueue, {
    queue: new SQSClient({ ...common, endpoint: endpoints.sqs }),
    streams: new DynamoDBStreamsClient({ ...common, endpoint: endpoints.dynamodb }),
    functions: new LambdaClient({ ...common, endpoint: endpoints.lambda }),
  });
};

/** A deployed stage, by what its deployment said: `from`, or where `npm run deploy` writes it. OutputsMissing without it. */
export const connectToStage = async (stage: string, from = deploymentFile(stage)): Promise<Services> => {
  const output = readStack(await readDeployment(from, stage), stage);
  const region = output('Region');
  return servicesOf(output('DeadLettersUrl'), {
    queue: new SQSClient({ region }),
    streams: new DynamoDBStreamsClient({ region }),
    functions: new LambdaClient({ region }),
  });
};

const servicesOf = (queueUrl: string, clients: Pick<Services, 'queue' | 'streams' | 'functions'>): Services => ({
  queueUrl,
  ...clients,
  close: () => Object.values(clients).forEach((client) => client.destroy()),
});

/** The developer's, as the twin wrote them. https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html */
const readCredentials = async (directory: string, missing: string) => {
  const text = await readText(join(directory, 'credentials'), missing);
  const valueOf = (name: string): string => new RegExp(`^${name} = (\\S+)$`, 'm').exec(text)?.[1] ?? '';
  return { accessKeyId: valueOf('aws_access_key_id'), secretAccessKey: valueOf('aws_secret_access_key') };
};

const readText = async (file: string, missing: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new ReplayFailed(missing, { cause });
  }
};

const readJson = async (file: string, missing: string): Promise<unknown> => {
  const text = await readText(file, missing);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ReplayFailed(missing, { cause });
  }
};

const textsOf = <Name extends string>(
  value: unknown,
  names: readonly Name[],
  missing: string,
): Record<Name, string> => {
  if (!hasTexts(value, names)) throw new ReplayFailed(missing);
  return value;
};

const hasTexts = <Name extends string>(value: unknown, names: readonly Name[]): value is Record<Name, string> =>
  typeof value === 'object' && value !== null && names.every((name) => typeof Reflect.get(value, name) === 'string');
