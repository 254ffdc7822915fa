import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { filesTable } from './filesTable';
import { systemClock } from '../../../local/clock';
import { openTables } from '../../../local/dynamodb/openTables';
import type { TablesOptions } from '../../../local/dynamodb/options';
import { listen } from '../../../local/http/listen';

/** Serves the project's tables (in memory by default) over HTTP, with AWS SDK clients for them. */
export const serveTables = async (options: Partial<TablesOptions> = {}) => {
  const log: string[] = [];
  const opened = await openTables({
    tables: [filesTable],
    clock: systemClock,
    log: (line) => void log.push(line),
    ...options,
  });
  const server = await listen(opened.listener, { port: 0, host: '127.0.0.1' });
  const endpoint = `http://127.0.0.1:${server.port}`;
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  });
  const documents = DynamoDBDocumentClient.from(client);
  const close = async () => {
    client.destroy();
    await server.close();
    await opened.close();
  };
  return { ...opened, endpoint, client, documents, log, close, [Symbol.asyncDispose]: close };
};

export const TableName = filesTable.name;

/** A row's key in DynamoDB JSON. */
export const key = (userId: string, fileId: string) => ({ UserId: { S: userId }, FileId: { S: fileId } });
