import { paginateQuery, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { NotAFileRow, readFileRow, type FileRow } from '../shared/fileRow';
import { hasChanged } from '../shared/hasChanged';
import { rejectedKeys, type SortedRow } from './rejectedKeys';

/** A row with all attributes that its rejection needs. */
export type RejectableRow = FileRow & SortedRow & { readonly Version: number };

/** The files table, as the quarantine sees it. */
export interface RejectableRows {
  /** The row whose bytes are stored under a key. */
  readonly find: (key: string) => Promise<RejectableRow | undefined>;
  /** Sets a row to REJECTED unless it has changed since it was read; returns whether it did. */
  readonly reject: (row: RejectableRow, versionId: string) => Promise<boolean>;
}

interface Tools {
  readonly client: DynamoDBDocumentClient;
  /** The name of the files table. */
  readonly table: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export const openRejectableRows = ({ client, table: TableName, now }: Tools): RejectableRows => ({
  find: async (key) => {
    const [, userId = ''] = key.split('/'); // uploads/<owner>/<random>
    const query = {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'UserId = :user',
      FilterExpression: 'S3Key = :key',
      ExpressionAttributeValues: { ':user': userId, ':key': key },
    };
    for await (const { Items: [item] = [] } of paginateQuery({ client }, query)) if (item) return readRow(item);
    return undefined;
  },
  reject: async (row, versionId) => {
    try {
      await client.send(new UpdateCommand({ TableName, ...rejectionOf(row, { versionId, now: now() }) }));
      return true;
    } catch (error) {
      if (hasChanged(error)) return false;
      throw error;
    }
  },
});

/** The condition is the one of every change: of two changes to the same version, one wins. */
const rejectionOf = (row: RejectableRow, { versionId, now }: { readonly versionId: string; readonly now: number }) => {
  const values = {
    Status: 'REJECTED',
    VersionId: versionId,
    UploadedAt: row.UploadedAt ?? row.CreatedAt,
    UpdatedAt: new Date(now).toISOString(),
    Version: row.Version + 1,
    ...rejectedKeys(row),
  };
  const names = Object.keys(values);
  return {
    Key: { UserId: row.UserId, FileId: row.FileId },
    UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} REMOVE ExpiresAt, TrashedAt`,
    ConditionExpression: '#Version = :readVersion AND #Status = :readStatus',
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])),
      ':readVersion': row.Version,
      ':readStatus': row.Status,
    },
  };
};

const readRow = (item: Readonly<Record<string, unknown>>): RejectableRow => {
  const row = readFileRow(item);
  if (!isRejectable(row)) throw new NotAFileRow();
  return row;
};

const isRejectable = (row: FileRow): row is RejectableRow =>
  ['FileName', 'ContentType', 'CreatedAt'].every((name) => typeof Reflect.get(row, name) === 'string') &&
  typeof Reflect.get(row, 'Version') === 'number';
