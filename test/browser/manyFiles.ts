import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Twin } from '../../local/twin';
import { availableRow } from '../support/fileRow';

const batchSize = 25;

/** Writes the rows of `count` files of one person, as if they had been uploaded a second apart. */
export const writeManyFiles = async ({ endpoints, developer }: Twin, userId: string, count: number): Promise<void> => {
  const { dynamodb: endpoint, region, table } = endpoints;
  const client = new DynamoDBClient({ endpoint, region, credentials: developer });
  for (let start = 0; start < count; start += batchSize) {
    const rows = Array.from({ length: Math.min(batchSize, count - start) }, (_, index) => rowOf(userId, start + index));
    const puts = rows.map((row) => ({ PutRequest: { Item: marshall(row) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
  }
  client.destroy();
};

const rowOf = (userId: string, index: number) => {
  const number = String(index).padStart(5, '0');
  const at = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
  return availableRow({
    UserId: userId,
    FileId: `01KAMBX2ZD8M4Y7V3T5Q9${number}`.slice(0, 26),
    FileName: `Document ${number}.pdf`,
    ContentType: 'application/pdf',
    CreatedAt: at,
    UpdatedAt: at,
    UploadedAt: at,
    UploadedKey: `A#${at}`,
    NameKey: `A#document ${number}.pdf`,
    TypeKey: `A#application/pdf#${at}`,
  });
};
