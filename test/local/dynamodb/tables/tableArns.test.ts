import {
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { serveTables, TableName } from '../serveTables';

const arn = `arn:aws:dynamodb:us-east-1:000000000000:table/${TableName}`;
const Key = { UserId: 'owner', FileId: 'one' };
const ReturnConsumedCapacity = 'TOTAL';

describe('the ARN of a table', () => {
  it('stands for its name in operations on one row and on ranges', async () => {
    await using twin = await serveTables();
    const { documents } = twin;
    const KeyConditionExpression = 'UserId = :owner';
    const ExpressionAttributeValues = { ':owner': 'owner' };

    const put = await documents.send(new PutCommand({ TableName: arn, Item: Key, ReturnConsumedCapacity }));
    const UpdateExpression = 'SET Note = :owner';
    await documents.send(new UpdateCommand({ TableName: arn, Key, UpdateExpression, ExpressionAttributeValues }));
    const read = await documents.send(new GetCommand({ TableName: arn, Key }));
    const query = { TableName: arn, KeyConditionExpression, ExpressionAttributeValues };
    const found = await documents.send(new QueryCommand(query));
    const all = await documents.send(new ScanCommand({ TableName: arn }));
    await documents.send(new DeleteCommand({ TableName: arn, Key }));

    expect(put.ConsumedCapacity?.TableName).toBe(arn);
    expect(read.Item).toEqual({ ...Key, Note: 'owner' });
    expect([found.Items, all.Items]).toEqual([[read.Item], [read.Item]]);
    expect((await documents.send(new GetCommand({ TableName, Key }))).Item).toBeUndefined();
  });

  it('stands for its name in batches, and comes back in the answer', async () => {
    await using twin = await serveTables();
    const { documents } = twin;

    await documents.send(new BatchWriteCommand({ RequestItems: { [arn]: [{ PutRequest: { Item: Key } }] } }));
    const read = await documents.send(
      new BatchGetCommand({ RequestItems: { [arn]: { Keys: [Key] } }, ReturnConsumedCapacity }),
    );

    expect(read.Responses).toEqual({ [arn]: [Key] });
    expect(read.ConsumedCapacity?.map((capacity) => capacity.TableName)).toEqual([arn]);
  });

  it('stands for its name in transactions, where name and ARN are one table', async () => {
    await using twin = await serveTables();
    const { documents } = twin;
    const put = (table: string, FileId: string) => ({ Put: { TableName: table, Item: { ...Key, FileId } } });

    await documents.send(new TransactWriteCommand({ TransactItems: [put(arn, 'one'), put(TableName, 'two')] }));
    const read = await documents.send(new TransactGetCommand({ TransactItems: [{ Get: { TableName: arn, Key } }] }));

    expect(read.Responses).toEqual([{ Item: Key }]);
    await expect(
      documents.send(new TransactWriteCommand({ TransactItems: [put(arn, 'one'), put(TableName, 'one')] })),
    ).rejects.toMatchObject({ message: 'Transaction request cannot include multiple operations on one item' });
  });

  it('stands for its name in operations on tables', async () => {
    await using twin = await serveTables();
    const { client } = twin;

    const { Table } = await client.send(new DescribeTableCommand({ TableName: arn }));
    const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: arn }));
    await client.send(new DescribeContinuousBackupsCommand({ TableName: arn }));
    await client.send(new DeleteTableCommand({ TableName: arn }));

    expect(Table).toMatchObject({ TableName, TableArn: arn });
    expect(TimeToLiveDescription?.AttributeName).toBe('ExpiresAt');
    await expect(client.send(new DescribeTableCommand({ TableName }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it.each([`${arn}/index/FileNameIndex`, arn.replace('table', 'stream'), arn.replace('000000000000', '123456789012')])(
    'is of a table of this account: not %s',
    async (other) => {
      await using twin = await serveTables();

      await expect(twin.documents.send(new GetCommand({ TableName: other, Key }))).rejects.toMatchObject({
        name: 'ValidationException',
      });
    },
  );
});
