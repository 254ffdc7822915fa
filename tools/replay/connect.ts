import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deploymentFile, readDeployment, readStack } from '../outputs/stackOutputs';
import { readEndpoints } from '../readEndpoints';

/** The AWS SDK clients that a replay needs. */
export interface Services {
  readonly queueUrl: string;
  readonly queue: SQSClient;
  readonly streams: DynamoDBStreamsClient;
  readonly functions: LambdaClient;
  readonly close: () => void;
}

/** Connects to the twin that runs on a data folder. */
export const connectToTwin = async (directory: string): Promise<Services> => {
  const endpoints = await readEndpoints(directory, ['deadLetterQueue', 'sqs', 'dynamodb', 'lambda', 'region']);
  const common = { region: endpoints.region, credentials: await readCredentials(directory) };
  return servicesOf(endpoints.deadLetterQueue, {
    queue: new SQSClient({ ...common, endpoint: endpoints.sqs }),
    streams: new DynamoDBStreamsClient({ ...common, endpoint: endpoints.dynamodb }),
    functions: new LambdaClient({ ...common, endpoint: endpoints.lambda }),
  });
};

/** Connects to a deployed stage by its stack outputs in `from`; rejects with OutputsMissing when they are missing. */
export const connectToStage = async (stage: string, from = deploymentFile(stage)): Promise<Services> => {
  const output = readStack(await readDeployment(from), stage);
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

/** The developer's credentials from the twin. https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html */
const readCredentials = async (directory: string) => {
  const text = await readFile(join(directory, 'credentials'), 'utf8');
  const valueOf = (name: string): string => new RegExp(`^${name} = (\\S+)$`, 'm').exec(text)?.[1] ?? '';
  return { accessKeyId: valueOf('aws_access_key_id'), secretAccessKey: valueOf('aws_secret_access_key') };
};
