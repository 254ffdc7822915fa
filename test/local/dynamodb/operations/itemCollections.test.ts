import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  DeleteCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { serveTables, TableName } from '../serveTables';

const Key = { UserId: 'owner', FileId: 'one' };
const ReturnItemCollectionMetrics = 'SIZE';
const metricsOf = (UserId: string) => ({ ItemCollectionKey: { UserId }, SizeEstimateRangeGB: [0, 1] });

const put = (UserId: string, FileId: string) => ({ PutRequest: { Item: { UserId, FileId } } });

describe('ReturnItemCollectionMetrics', () => {
  it('tells the collection that a write of one row changed', async () => {
    await using twin = await serveTables();
    const { documents } = twin;
    const UpdateExpression = 'SET Note = :note';
    const ExpressionAttributeValues = { ':note': 'n' };
    const row = { TableName, Key, ReturnItemCollectionMetrics } as const;

    const answers = [
      await documents.send(new PutCommand({ TableName, Item: Key, ReturnItemCollectionMetrics })),
      await documents.send(new UpdateCommand({ ...row, UpdateExpression, ExpressionAttributeValues })),
      await documents.send(new DeleteCommand(row)),
    ];

    expect(answers.map((answer) => answer.ItemCollectionMetrics)).toEqual(Array(3).fill(metricsOf('owner')));
  });

  it('tells each collection once that a batch changed', async () => {
    await using twin = await serveTables();
    const batch = [put('owner', 'one'), put('owner', 'two'), put('stranger', 'one')];

    const { ItemCollectionMetrics } = await twin.documents.send(
      new BatchWriteCommand({ RequestItems: { [TableName]: batch }, ReturnItemCollectionMetrics }),
    );

    expect(ItemCollectionMetrics).toEqual({ [TableName]: [metricsOf('owner'), metricsOf('stranger')] });
  });

  it('tells those that a transaction wrote to, not those it checked', async () => {
    await using twin = await serveTables();
    const check = { TableName, Key, ConditionExpression: 'attribute_not_exists(UserId)' };
    const Item = { ...Key, UserId: 'stranger' };

    const { ItemCollectionMetrics } = await twin.documents.send(
      new TransactWriteCommand({
        TransactItems: [{ ConditionCheck: check }, { Put: { TableName, Item } }],
        ReturnItemCollectionMetrics,
      }),
    );

    expect(ItemCollectionMetrics).toEqual({ [TableName]: [metricsOf('stranger')] });
  });

  it('tells nothing unasked, nor of a table without local indexes', async () => {
    await using twin = await serveTables();
    await twin.client.send(
      new CreateTableCommand({
        TableName: 'Notes',
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'Id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'Id', AttributeType: 'S' }],
      }),
    );

    const answers = [
      await twin.documents.send(new PutCommand({ TableName, Item: Key })),
      await twin.documents.send(
        new PutCommand({ TableName: 'Notes', Item: { Id: 'one' }, ReturnItemCollectionMetrics }),
      ),
    ];

    expect(answers.map((answer) => answer.ItemCollectionMetrics)).toEqual([undefined, undefined]);
  });
});
