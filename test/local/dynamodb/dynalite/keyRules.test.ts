import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { serveTables, TableName } from '../serveTables';

const Key = { UserId: 'owner', FileId: 'one' };
const noEmpty = 'The AttributeValue for a key attribute cannot contain an empty string value.';
const tooLong =
  'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes';

/** A string of that many UTF-8 bytes, in half as many characters. */
const textOf = (bytes: number) => 'ä'.repeat(bytes / 2);

const refusal = (message: string) => ({ name: 'ValidationException', message });

const rename = (FileNameKey: string, rest: object = {}) => ({
  TableName,
  Key,
  UpdateExpression: 'SET FileNameKey = :name',
  ExpressionAttributeValues: { ':name': FileNameKey },
  ...rest,
});

const ask = (KeyConditionExpression: string, values: Record<string, string>) =>
  new QueryCommand({
    TableName,
    IndexName: 'FileNameIndex',
    KeyConditionExpression,
    ExpressionAttributeValues: values,
  });

describe('the keys of a table', () => {
  it('are not empty', async () => {
    await using twin = await serveTables();
    const empty = { UserId: 'owner', FileId: '' };
    const words = refusal(`One or more parameter values are not valid. ${noEmpty} Key: FileId`);

    await expect(twin.documents.send(new PutCommand({ TableName, Item: empty }))).rejects.toMatchObject(words);
    await expect(twin.documents.send(new GetCommand({ TableName, Key: empty }))).rejects.toMatchObject(words);
    await expect(twin.documents.send(new DeleteCommand({ TableName, Key: empty }))).rejects.toMatchObject(words);
    await expect(
      twin.documents.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [empty] } } })),
    ).rejects.toMatchObject(words);
    await expect(
      twin.documents.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item: empty } }] })),
    ).rejects.toMatchObject(words);
  });

  it('are as long as their bytes', async () => {
    await using twin = await serveTables();
    const put = (UserId: string, FileId: string) =>
      twin.documents.send(new PutCommand({ TableName, Item: { UserId, FileId } }));

    await put(textOf(2048), textOf(1024));

    await expect(put('owner', textOf(1026))).rejects.toMatchObject(refusal(tooLong));
    await expect(put(textOf(2050), 'one')).rejects.toMatchObject(
      refusal(
        'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
      ),
    );
    await expect(
      twin.documents.send(new GetCommand({ TableName, Key: { UserId: 'owner', FileId: textOf(1026) } })),
    ).rejects.toMatchObject(refusal(tooLong));
  });
});

describe('the keys of an index', () => {
  it('are not empty', async () => {
    await using twin = await serveTables();
    const Item = { ...Key, FileNameKey: '' };
    const put = refusal(
      'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
        `${noEmpty} IndexName: FileNameIndex, IndexKey: FileNameKey`,
    );
    const update = refusal(
      'One or more parameter values are not valid. The update expression attempted to update a secondary index key ' +
        `to a value that is not supported. ${noEmpty}`,
    );

    await expect(twin.documents.send(new PutCommand({ TableName, Item }))).rejects.toMatchObject(put);
    await expect(
      twin.documents.send(new BatchWriteCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item } }] } })),
    ).rejects.toMatchObject(put);
    await expect(
      twin.documents.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item } }] })),
    ).rejects.toMatchObject(put);
    await expect(twin.documents.send(new UpdateCommand(rename('')))).rejects.toMatchObject(update);
    await twin.documents.send(new PutCommand({ TableName, Item: { ...Item, FileNameKey: 'a.txt' } }));
    await expect(twin.documents.send(new UpdateCommand(rename('')))).rejects.toMatchObject(update);
    await expect(
      twin.documents.send(new TransactWriteCommand({ TransactItems: [{ Update: rename('') }] })),
    ).rejects.toMatchObject(update);

    const { Item: after } = await twin.documents.send(new GetCommand({ TableName, Key }));
    expect(after).toEqual({ ...Key, FileNameKey: 'a.txt' });
  });

  it('are as long as those of a table', async () => {
    await using twin = await serveTables();
    const Item = { ...Key, FileNameKey: textOf(1026) };
    const update = 'The update expression attempted to update the secondary index key beyond allowed size limits';

    await expect(twin.documents.send(new PutCommand({ TableName, Item }))).rejects.toMatchObject(
      refusal(
        'One or more parameter values were invalid: Size limit exceeded for Index Key FileNameKey ' +
          'Actual Size: 1026 bytes Max Size: 1024 bytes IndexName: FileNameIndex',
      ),
    );
    await twin.documents.send(new PutCommand({ TableName, Item: { ...Item, FileNameKey: textOf(1024) } }));
    await expect(twin.documents.send(new UpdateCommand(rename(textOf(1026))))).rejects.toMatchObject(refusal(update));
    await expect(
      twin.documents.send(new TransactWriteCommand({ TransactItems: [{ Update: rename(textOf(1026)) }] })),
    ).rejects.toMatchObject({ CancellationReasons: [{ Code: 'ValidationError', Message: update }] });
  });

  it('are alone in that: other attributes may be empty, and long', async () => {
    await using twin = await serveTables();

    await twin.documents.send(new PutCommand({ TableName, Item: { ...Key, Note: '', Long: textOf(4096) } }));

    const { Item } = await twin.documents.send(new GetCommand({ TableName, Key }));
    expect(Item?.['Note']).toBe('');
  });
});

describe('a query', () => {
  it.each([
    ['UserId = :user AND FileNameKey = :name', { ':user': 'owner', ':name': '' }, 'FileNameKey'],
    ['UserId = :user AND begins_with(FileNameKey, :name)', { ':user': 'owner', ':name': '' }, 'FileNameKey'],
    [
      'UserId = :user AND FileNameKey BETWEEN :name AND :last',
      { ':user': 'a', ':name': '', ':last': 'b' },
      'FileNameKey',
    ],
    ['UserId = :user', { ':user': '' }, 'UserId'],
  ])('does not ask for an empty key: %s', async (condition, values, name) => {
    await using twin = await serveTables();

    await expect(twin.documents.send(ask(condition, values))).rejects.toMatchObject(
      refusal(`One or more parameter values are not valid. ${noEmpty} Key: ${name}`),
    );
  });

  it('does not ask for a key that is too long', async () => {
    await using twin = await serveTables();
    const condition = 'UserId = :user AND begins_with(FileNameKey, :name)';

    await expect(
      twin.documents.send(ask(condition, { ':user': 'owner', ':name': textOf(1026) })),
    ).rejects.toMatchObject(refusal(tooLong));
    const { Items } = await twin.documents.send(ask(condition, { ':user': 'owner', ':name': textOf(1024) }));
    expect(Items).toEqual([]);
  });
});
