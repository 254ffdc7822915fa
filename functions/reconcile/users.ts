import { GetCommand, paginateScan, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { FileBytes } from '../shared/fileBytes';
import { readTotals, type Totals } from './totals';

/** The prefix of all users' objects; under it, each user has a folder. */
export const keyPrefix = 'uploads/';

/** Everyone who may have data, with their counted usage; null if they have no entry. */
export type Users = ReadonlyMap<string, Totals | null>;

interface Tools {
  readonly tables: DynamoDBDocumentClient;
  readonly usageTable: string;
  readonly bytes: Pick<FileBytes, 'foldersUnder' | 'uploadsUnder'>;
}

/** Everyone who has counted usage, or bytes or parts in the bucket. */
export const findUsers = async ({ tables, usageTable, bytes }: Tools): Promise<Users> => {
  const users = new Map<string, Totals | null>();
  for await (const user of bytes.foldersUnder(keyPrefix)) users.set(user, null);
  for await (const { key } of bytes.uploadsUnder(keyPrefix)) users.set(key.split('/')[1] ?? '', null);
  const scan = {
    TableName: usageTable,
    ConsistentRead: true,
    FilterExpression: 'Entry = :total',
    ExpressionAttributeValues: { ':total': 'TOTAL' },
  };
  for await (const { Items = [] } of paginateScan({ client: tables }, scan)) {
    for (const item of Items) users.set(String(item['UserId']), readTotals(item));
  }
  return users;
};

/** One person's current counted usage; null if there is no entry. */
export const readCounted = async (
  { tables, usageTable }: Pick<Tools, 'tables' | 'usageTable'>,
  userId: string,
): Promise<Totals | null> => {
  const Key = { UserId: userId, Entry: 'TOTAL' };
  const { Item } = await tables.send(new GetCommand({ TableName: usageTable, Key, ConsistentRead: true }));
  return Item === undefined ? null : readTotals(Item);
};
