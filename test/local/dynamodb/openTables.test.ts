import { describe, expect, it } from 'vitest';
import { DescribeTableCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { key, serveTables, TableName } from './serveTables';

describe('the tables behind the AWS SDK', () => {
  it('has the described table with its local indexes, on demand', async () => {
    await using twin = await serveTables();

    const { Table } = await twin.client.send(new DescribeTableCommand({ TableName }));
    const { TableNames } = await twin.client.send(new ListTablesCommand());

    expect(TableNames).toEqual([TableName]);
    expect(Table?.TableId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(Table?.TableStatus).toBe('ACTIVE');
    expect(Table?.BillingModeSummary?.BillingMode).toBe('PAY_PER_REQUEST');
    expect(Table?.KeySchema?.map(({ AttributeName }) => AttributeName)).toEqual(['UserId', 'FileId']);
    expect(
      Table?.LocalSecondaryIndexes?.map(({ IndexName, Projection }) => [IndexName, Projection?.ProjectionType]),
    ).toEqual([
      ['UploadedAtIndex', 'ALL'],
      ['FileNameIndex', 'ALL'],
      ['FileSizeIndex', 'ALL'],
      ['FileTypeIndex', 'ALL'],
    ]);
  });

  it('puts, gets, updates and deletes a row', async () => {
    await using twin = await serveTables();
    const Key = { UserId: 'owner', FileId: 'one' };

    await twin.documents.send(new PutCommand({ TableName, Item: { ...Key, Size: 3, Tags: new Set(['a', 'b']) } }));
    const updated = await twin.documents.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'SET #size = #size + :more REMOVE Tags',
        ExpressionAttributeNames: { '#size': 'Size' },
        ExpressionAttributeValues: { ':more': 4 },
        ReturnValues: 'ALL_NEW',
      }),
    );
    const read = await twin.documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    const removed = await twin.documents.send(new DeleteCommand({ TableName, Key, ReturnValues: 'ALL_OLD' }));
    const after = await twin.documents.send(new GetCommand({ TableName, Key }));

    expect(updated.Attributes).toEqual({ ...Key, Size: 7 });
    expect(read.Item).toEqual({ ...Key, Size: 7 });
    expect(removed.Attributes).toEqual({ ...Key, Size: 7 });
    expect(after.Item).toBeUndefined();
  });

  it('pages through a local index in both directions, with a filter, and shows only rows that have its key', async () => {
    await using twin = await serveTables();
    const rows = Array.from({ length: 23 }, (_, index) => ({
      UserId: 'owner',
      FileId: `f${index}`,
      UploadedAt: `2026-01-${String(index + 1).padStart(2, '0')}`,
      Size: index,
    }));
    for (let start = 0; start < rows.length; start += 25) {
      const PutRequests = rows.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
      await twin.documents.send(new BatchWriteCommand({ RequestItems: { [TableName]: PutRequests } }));
    }
    await twin.documents.send(new PutCommand({ TableName, Item: { UserId: 'owner', FileId: 'pending' } }));
    await twin.documents.send(
      new PutCommand({ TableName, Item: { UserId: 'stranger', FileId: 'x', UploadedAt: '2026' } }),
    );

    const newest: unknown[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await twin.documents.send(
        new QueryCommand({
          TableName,
          IndexName: 'UploadedAtIndex',
          KeyConditionExpression: 'UserId = :user',
          FilterExpression: '#size >= :least',
          ExpressionAttributeNames: { '#size': 'Size' },
          ExpressionAttributeValues: { ':user': 'owner', ':least': 5 },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: 4,
          ExclusiveStartKey,
        }),
      );
      newest.push(...(page.Items ?? []).map(({ Size }) => Size));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);

    expect(newest).toEqual(Array.from({ length: 18 }, (_, index) => 22 - index));
  });

  it('sorts an index of numbers by value', async () => {
    await using twin = await serveTables();
    const sizes = [10, 9, 0, 2 ** 40, 1.5, 100];
    for (const StoredSize of sizes) {
      await twin.documents.send(
        new PutCommand({ TableName, Item: { UserId: 'owner', FileId: `f${StoredSize}`, StoredSize } }),
      );
    }

    const { Items } = await twin.documents.send(
      new QueryCommand({
        TableName,
        IndexName: 'FileSizeIndex',
        KeyConditionExpression: 'UserId = :user AND StoredSize BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':user': 'owner', ':from': 1, ':to': 2 ** 41 },
      }),
    );

    expect(Items?.map(({ StoredSize }) => StoredSize)).toEqual([1.5, 9, 10, 100, 2 ** 40]);
  });

  it('keeps numbers beyond 2^53, sets and nested values exact', async () => {
    await using twin = await serveTables();
    const Item = {
      ...key('owner', 'one'),
      Big: { N: '12345678901234567890123456789012345678' },
      Small: { N: '0.00000000000000000000000000000000000001' },
      Numbers: { NS: ['9007199254740993', '-1'] },
      Names: { SS: ['b', 'a'] },
      Bytes: { B: 'AAEC/w==' },
      Deep: { M: { list: { L: [{ BOOL: false }, { NULL: true }, { S: '' }, { M: {} }] } } },
    };

    await twin.call('PutItem', { TableName, Item });
    const { Item: read } = await twin.call('GetItem', { TableName, Key: key('owner', 'one') });

    expect(read).toEqual(Item);
  });

  it('scans all rows and reads many at once', async () => {
    await using twin = await serveTables();
    const keys = Array.from({ length: 12 }, (_, index) => ({ UserId: `user${index % 3}`, FileId: `f${index}` }));
    for (const Item of keys) await twin.documents.send(new PutCommand({ TableName, Item }));

    const scanned = await twin.documents.send(new ScanCommand({ TableName }));
    const batch = await twin.documents.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys: keys.slice(0, 5) } } }),
    );

    expect(scanned.Count).toBe(12);
    expect(batch.Responses?.[TableName]).toHaveLength(5);
    expect(batch.Responses?.[TableName]).toEqual(expect.arrayContaining(keys.slice(0, 5)));
  });

  it('refuses rows of a table that is not there, without its name', async () => {
    await using twin = await serveTables();
    const Key = { UserId: 'owner', FileId: 'one' };
    const refusal = { name: 'ResourceNotFoundException', message: 'Requested resource not found' };

    await expect(twin.documents.send(new GetCommand({ TableName: 'Other', Key }))).rejects.toMatchObject(refusal);
    await expect(twin.documents.send(new PutCommand({ TableName: 'Other', Item: Key }))).rejects.toMatchObject(refusal);
    await expect(twin.documents.send(new ScanCommand({ TableName: 'Other' }))).rejects.toMatchObject(refusal);
  });

  it('lets one of fifty racing conditional puts win', async () => {
    await using twin = await serveTables();

    const attempts = await Promise.allSettled(
      Array.from({ length: 50 }, (_, racer) =>
        twin.documents.send(
          new PutCommand({
            TableName,
            Item: { UserId: 'owner', FileId: 'one', racer },
            ConditionExpression: 'attribute_not_exists(FileId)',
          }),
        ),
      ),
    );

    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of attempts) {
      if (attempt.status === 'rejected')
        expect(attempt.reason).toMatchObject({ name: 'ConditionalCheckFailedException' });
    }
  });

  it('returns the row that stood against a condition, when asked', async () => {
    await using twin = await serveTables();
    const Item = { UserId: 'owner', FileId: 'one', Size: 3 };
    await twin.documents.send(new PutCommand({ TableName, Item }));
    const put = (ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE') =>
      twin.documents.send(
        new PutCommand({
          TableName,
          Item,
          ConditionExpression: 'attribute_not_exists(FileId)',
          ReturnValuesOnConditionCheckFailure,
        }),
      );

    await expect(put('ALL_OLD')).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      Item: { ...key('owner', 'one'), Size: { N: '3' } }, // the document client leaves error items unconverted
    });
    await expect(put('NONE')).rejects.toMatchObject({ Item: undefined });
    await expect(put()).rejects.toMatchObject({ Item: undefined });
  });
});
