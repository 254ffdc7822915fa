import { BatchWriteItemCommand, CreateTableCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { key, serveTables, TableName } from '../serveTables';

const puts = (count: number): WriteRequest[] =>
  Array.from({ length: count }, (_, index) => ({ PutRequest: { Item: key('owner', `row ${index}`) } }));

describe('a BatchWriteItem', () => {
  it('has no more than 25 requests, to however many tables', async () => {
    await using twin = await serveTables();
    await twin.client.send(
      new CreateTableCommand({
        TableName: 'Others',
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'UserId', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'UserId', AttributeType: 'S' }],
      }),
    );
    const other = { PutRequest: { Item: { UserId: { S: 'owner' } } } };
    const write = (count: number) =>
      twin.client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: puts(count), Others: [other] } }));

    await expect(write(25)).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Too many items requested for the BatchWriteItem call',
    });
    await expect(write(24)).resolves.toMatchObject({ UnprocessedItems: {} });
  });

  it('puts or deletes, not both at once', async () => {
    await using twin = await serveTables();
    const both = { ...puts(1)[0], DeleteRequest: { Key: key('owner', 'another row') } };

    await expect(
      twin.client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: [both] } })),
    ).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    });
  });
});
