import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startMemoryTwin } from '../../local/startMemoryTwin';
import type { Twin } from '../../local/twin';

/** A whole twin, and AWS SDK clients for it. */
export interface TwinClients {
  readonly s3: () => S3Client;
  readonly tables: () => DynamoDBDocumentClient;
  readonly twin: () => Twin;
  /** Invokes a function; resolves with its result, or throws its error. */
  readonly invoke: <Result>(name: string, event: unknown) => Promise<Result>;
}

/** One twin for all tests of a file, or a fresh one per test. */
export const useTwin = ({ isFresh = false } = {}): TwinClients => {
  const [before, after] = isFresh ? [beforeEach, afterEach] : [beforeAll, afterAll];
  const setup: { twin?: Twin; s3?: S3Client; tables?: DynamoDBDocumentClient; lambda?: LambdaClient } = {};

  before(async () => {
    const twin = await startMemoryTwin(process.pid);
    const { accessKeyId, secretAccessKey } = twin.developer;
    const common = { region: twin.endpoints.region, credentials: { accessKeyId, secretAccessKey } };
    setup.twin = twin;
    setup.s3 = new S3Client({ ...common, endpoint: twin.endpoints.s3, forcePathStyle: true });
    setup.lambda = new LambdaClient({ ...common, endpoint: twin.endpoints.lambda });
    setup.tables = DynamoDBDocumentClient.from(new DynamoDBClient({ ...common, endpoint: twin.endpoints.dynamodb }));
  });
  after(async () => {
    await setup.twin?.close();
  });

  const opened = <Client>(client: Client | undefined): Client => {
    if (client === undefined) throw new Error('The twin has not been started.');
    return client;
  };
  return {
    s3: () => opened(setup.s3),
    tables: () => opened(setup.tables),
    twin: () => opened(setup.twin),
    invoke: async (FunctionName, event) => {
      const command = new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) });
      const { FunctionError, Payload } = await opened(setup.lambda).send(command);
      const text = Buffer.from(Payload ?? []).toString();
      if (FunctionError !== undefined) throw new Error(text);
      return JSON.parse(text);
    },
  };
};
