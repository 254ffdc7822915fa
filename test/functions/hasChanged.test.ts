import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRejectableRows } from '../../functions/quarantine/rejectableRows';
import { openFileRows } from '../../functions/reconcile/fileRows';
import { repairUsage } from '../../functions/reconcile/repairUsage';
import { totalsOf } from '../../functions/reconcile/totals';
import { listen } from '../../local/http/listen';

/** A table that rejects every call with the same message. */
const tableThatSays = async (error: string): Promise<DynamoDBDocumentClient> => {
  const { port, close } = await listen(
    (_, outgoing) => {
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      outgoing.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${error}`, message: '' }));
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(close);
  const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };
  const endpoint = `http://127.0.0.1:${port}`;
  return DynamoDBDocumentClient.from(
    new DynamoDBClient({ region: 'eu-west-1', endpoint, credentials, maxAttempts: 1 }),
  );
};

const row = { UserId: 'u', FileId: 'f', S3Key: 'k', Size: 1, Status: 'TRASHED', ExpiresAt: 1 } as const;
const sorted = { FileName: 'n', ContentType: 'text/plain', CreatedAt: '2026-01-01T00:00:00Z', Version: 1 };
const table = 'rows';

const writes: [name: string, write: (client: DynamoDBDocumentClient) => Promise<boolean>][] = [
  ['the end of a row', (tables) => openFileRows({ tables, table }).end(row)],
  ['a rejection', (client) => openRejectableRows({ client, table, now: () => 0 }).reject({ ...row, ...sorted }, 'v')],
  [
    'a repair of usage',
    (tables) => repairUsage({ tables, usageTable: table }, { userId: 'u', counted: null, expected: totalsOf([]) }),
  ],
];

describe.each(writes)('%s', (_, write) => {
  it.each(['ConditionalCheckFailedException', 'TransactionConflictException'])(
    'leaves alone what others are changing: %s',
    async (error) => {
      expect(await write(await tableThatSays(error))).toBe(false);
    },
  );

  it('fails with anything else', async () => {
    await expect(write(await tableThatSays('ResourceNotFoundException'))).rejects.toThrow();
  });
});
