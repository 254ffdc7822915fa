import {
  BatchWriteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { key, serveTables, TableName } from '../serveTables';

const Key = key('owner', 'one');
const refusal = (message: string) => ({ name: 'ValidationException', message: expect.stringContaining(message) });
const reason = (Message: string) => ({ CancellationReasons: [{ Code: 'ValidationError', Message }] });

const setting = (value: AttributeValue, rest: object = {}) => ({
  TableName,
  Key,
  UpdateExpression: 'SET Note = :note',
  ExpressionAttributeValues: { ':note': value },
  ...rest,
});

describe('the size of an item', () => {
  const putWords = 'Item size has exceeded the maximum allowed size';
  const updateWords = 'Item size to update has exceeded the maximum allowed size';
  const itemBytes = 'UserIdownerFileIdoneNote'.length;

  /** A string of that many UTF-8 bytes, in half as many characters. */
  const noteOf = (bytes: number): AttributeValue => ({ S: 'ä'.repeat((bytes - itemBytes) / 2) });
  const most = 400 * 1024;

  it('counts bytes, not characters', async () => {
    await using twin = await serveTables();
    const { client } = twin;
    const put = (bytes: number) =>
      client.send(new PutItemCommand({ TableName, Item: { ...Key, Note: noteOf(bytes) } }));

    await put(most);

    await expect(put(most + 2)).rejects.toMatchObject(refusal(putWords));
    await expect(client.send(new UpdateItemCommand(setting(noteOf(most + 2))))).rejects.toMatchObject(
      refusal(updateWords),
    );
    const PutRequest = { Item: { ...Key, Note: noteOf(most + 2) } };
    await expect(
      client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ PutRequest }] } })),
    ).rejects.toMatchObject(refusal(putWords));
  });

  it('is known of a Put before its transaction begins, of an Update only within', async () => {
    await using twin = await serveTables();
    const transact = (item: object) => twin.client.send(new TransactWriteItemsCommand({ TransactItems: [item] }));

    await expect(transact({ Put: { TableName, Item: { ...Key, Note: noteOf(most + 2) } } })).rejects.toMatchObject(
      refusal(putWords),
    );
    await expect(transact({ Update: setting(noteOf(most + 2)) })).rejects.toMatchObject(reason(updateWords));
  });

  it('is what a write consumes', async () => {
    await using twin = await serveTables();
    const Item = { ...Key, Note: noteOf(2 * 1024) };

    const { ConsumedCapacity } = await twin.client.send(
      new PutItemCommand({ TableName, Item, ReturnConsumedCapacity: 'TOTAL' }),
    );

    expect(ConsumedCapacity?.CapacityUnits).toBe(2);
  });
});

describe('the depth of an item', () => {
  const words =
    'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit';

  /** A value at that level, an attribute being at the first. */
  const at = (level: number): AttributeValue => {
    let value: AttributeValue = { S: 'leaf' };
    for (let above = 1; above < level; above += 1) value = above % 2 === 0 ? { M: { n: value } } : { L: [value] };
    return value;
  };

  it('is at most 32 levels, however it is written', async () => {
    await using twin = await serveTables();
    const { client } = twin;
    const put = (level: number) => ({ TableName, Item: { ...Key, Note: at(level) } });
    const batch = (level: number) => ({ RequestItems: { [TableName]: [{ PutRequest: { Item: put(level).Item } }] } });
    const transact = (level: number) => ({ TransactItems: [{ Put: put(level) }] });

    await client.send(new PutItemCommand(put(32)));
    await client.send(new BatchWriteItemCommand(batch(32)));
    await client.send(new TransactWriteItemsCommand(transact(32)));
    await client.send(new UpdateItemCommand(setting(at(32))));

    await expect(client.send(new PutItemCommand(put(33)))).rejects.toMatchObject(refusal(words));
    await expect(client.send(new BatchWriteItemCommand(batch(33)))).rejects.toMatchObject(refusal(words));
    await expect(client.send(new TransactWriteItemsCommand(transact(33)))).rejects.toMatchObject(refusal(words));
    await expect(client.send(new UpdateItemCommand(setting(at(33))))).rejects.toMatchObject(refusal(words));
  });

  it('counts the levels above a path that is updated', async () => {
    await using twin = await serveTables();
    const Item = { ...Key, Tree: { M: {} } };
    await twin.client.send(new PutItemCommand({ TableName, Item }));
    const into = (level: number) => setting(at(level), { UpdateExpression: 'SET Tree.Leaf = :note' });

    await twin.client.send(new UpdateItemCommand(into(31)));

    await expect(twin.client.send(new UpdateItemCommand(into(32)))).rejects.toMatchObject(refusal(words));
  });

  it('is checked of what a transaction’s update makes, as a reason of its action', async () => {
    await using twin = await serveTables();

    await expect(
      twin.client.send(new TransactWriteItemsCommand({ TransactItems: [{ Update: setting(at(33)) }] })),
    ).rejects.toMatchObject(reason(words));
  });
});

describe('a sum', () => {
  const words = 'Number overflow. Attempting to store a number with magnitude larger than supported range';
  const adding = (N: string) => setting({ N }, { UpdateExpression: 'SET Amount = Amount + :note' });

  it.each([
    ['is too large', '9e125', '9e125'],
    ['has more than 38 digits', '1e50', '1'],
    ['has more than 38 digits after the point', '1', '1e-40'],
  ])('is refused if it %s', async (_, Amount, more) => {
    await using twin = await serveTables();
    await twin.client.send(new PutItemCommand({ TableName, Item: { ...Key, Amount: { N: Amount } } }));

    await expect(twin.client.send(new UpdateItemCommand(adding(more)))).rejects.toMatchObject(refusal(words));
  });

  it.each([
    ['1e125', '8e125'],
    ['99999999999999999999999999999999999998', '1'],
    ['1e-130', '-9e-130'],
    ['1000000', '-1e6'],
  ])('is stored up to DynamoDB’s limits: %s + %s', async (Amount, more) => {
    await using twin = await serveTables();
    await twin.client.send(new PutItemCommand({ TableName, Item: { ...Key, Amount: { N: Amount } } }));

    await expect(twin.client.send(new UpdateItemCommand(adding(more)))).resolves.toBeDefined();
  });
});
