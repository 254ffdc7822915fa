import {
  BatchWriteItemCommand,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { withoutPlusSigns } from '../../../../local/dynamodb/dynalite/withoutPlusSigns';
import { key, serveTables, TableName } from '../serveTables';

const Key = key('owner', 'one');

describe('a number with a plus sign', () => {
  it('is stored without it, whichever way it comes', async () => {
    await using twin = await serveTables();
    const { client } = twin;
    const read = async () => (await client.send(new GetItemCommand({ TableName, Key }))).Item?.['Note'];
    const Item = { ...Key, Note: { N: '+3' } };

    await client.send(new PutItemCommand({ TableName, Item: { ...Key, Note: { NS: ['+3', '-3'] } } }));
    const put = await read();
    await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item } }] } }));
    const batched = await read();
    await client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item } }] }));
    const transacted = await read();
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key,
        UpdateExpression: 'SET Note = Note + :one',
        ExpressionAttributeValues: { ':one': { N: '+1e0' } },
      }),
    );
    const updated = await read();

    expect([put, batched, transacted, updated]).toEqual([{ NS: ['3', '-3'] }, { N: '3' }, { N: '3' }, { N: '4' }]);
  });

  it.each(['+', '++3', '+-3', '+many', ' +3'])('is refused where it is none: %j', async (N) => {
    await using twin = await serveTables();

    await expect(
      twin.client.send(new PutItemCommand({ TableName, Item: { ...Key, Note: { N } } })),
    ).rejects.toMatchObject({ name: 'ValidationException', message: expect.stringContaining('numeric value') });
  });
});

it('leaves texts and attributes named N alone', () => {
  const input = { Item: { N: { S: '+1' }, NS: { M: { S: { S: '+2' } } } }, Note: '+3' };

  expect(withoutPlusSigns(input)).toBe(input);
  expect(withoutPlusSigns({ ...input, Other: { N: { N: '+4' } } })).toEqual({ ...input, Other: { N: { N: '4' } } });
});
