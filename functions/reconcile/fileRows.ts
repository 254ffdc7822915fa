import { DeleteCommand, paginateQuery, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readFileRow, type FileRow } from '../shared/fileRow';
import { hasChanged } from '../shared/hasChanged';

/** The files table, as the comparison sees it. */
export interface FileRows {
  /** All rows of a person, by the key of their bytes. */
  readonly ofUser: (userId: string) => Promise<Map<string, FileRow>>;
  /** Whether a row's status and version are still as they were read. */
  readonly isStill: (row: FileRow) => Promise<boolean>;
  /** Deletes an expired row unless it has changed since it was read; returns whether it did. */
  readonly end: (row: FileRow) => Promise<boolean>;
}

interface Tools {
  readonly tables: DynamoDBDocumentClient;
  readonly table: string;
}

const projection = {
  ProjectionExpression: 'UserId, FileId, S3Key, #size, #status, ExpiresAt, VersionId',
  ExpressionAttributeNames: { '#size': 'Size', '#status': 'Status' },
};

export const openFileRows = ({ tables: client, table: TableName }: Tools): FileRows => ({
  ofUser: async (userId) => {
    const rows = new Map<string, FileRow>();
    const query = {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'UserId = :user',
      ExpressionAttributeValues: { ':user': userId },
      ...projection,
    };
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      for (const item of Items) rows.set(String(item['S3Key']), readFileRow(item));
    }
    return rows;
  },
  isStill: async ({ UserId, FileId, Status, VersionId }) => {
    const { Items: [item] = [] } = await client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'UserId = :user AND FileId = :file',
        ExpressionAttributeValues: { ':user': UserId, ':file': FileId },
        ...projection,
      }),
    );
    return item?.['Status'] === Status && item['VersionId'] === VersionId;
  },
  end: async ({ UserId, FileId, Status, ExpiresAt }) => {
    try {
      await client.send(
        new DeleteCommand({
          TableName,
          Key: { UserId, FileId },
          ConditionExpression: '#status = :status AND ExpiresAt = :end',
          ExpressionAttributeNames: { '#status': 'Status' },
          ExpressionAttributeValues: { ':status': Status, ':end': ExpiresAt },
        }),
      );
      return true;
    } catch (error) {
      if (hasChanged(error)) return false;
      throw error;
    }
  },
});
