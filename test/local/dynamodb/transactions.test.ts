import { TransactGetCommand, TransactWriteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { key, serveTables, TableName } from './serveTables';

const put = (FileId: string, rest: object = {}) => ({ Put: { TableName, Item: { UserId: 'owner', FileId, ...rest } } });

describe('TransactWriteItems', () => {
  it('puts, updates, deletes and checks in one', async () => {
    await using twin = await serveTables();
    for (const FileId of ['updated', 'deleted', 'checked']) {
      await twin.documents.send(new PutCommand({ TableName, Item: { UserId: 'owner', FileId, Count: 1 } }));
    }

    await twin.documents.send(
      new TransactWriteCommand({
        TransactItems: [
          put('new', { Count: 9 }),
          {
            Update: {
              TableName,
              Key: { UserId: 'owner', FileId: 'updated' },
              UpdateExpression: 'ADD #count :one',
              ExpressionAttributeNames: { '#count': 'Count' },
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
          { Delete: { TableName, Key: { UserId: 'owner', FileId: 'deleted' } } },
          {
            ConditionCheck: {
              TableName,
              Key: { UserId: 'owner', FileId: 'checked' },
              ConditionExpression: 'attribute_exists(FileId)',
            },
          },
        ],
      }),
    );
    const { Responses } = await twin.documents.send(
      new TransactGetCommand({
        TransactItems: ['new', 'updated', 'deleted', 'checked'].map((FileId) => ({
          Get: { TableName, Key: { UserId: 'owner', FileId } },
        })),
      }),
    );

    expect(Responses?.map(({ Item }) => Item?.['Count'])).toEqual([9, 2, undefined, 1]);
  });

  it('does nothing when one condition fails, and says which in the order of the request', async () => {
    await using twin = await serveTables();
    await twin.documents.send(new PutCommand({ TableName, Item: { UserId: 'owner', FileId: 'there' } }));

    const attempt = twin.documents.send(
      new TransactWriteCommand({
        TransactItems: [
          put('first'),
          {
            Put: {
              TableName,
              Item: { UserId: 'owner', FileId: 'there' },
              ConditionExpression: 'attribute_not_exists(FileId)',
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            },
          },
          {
            Update: {
              TableName,
              Key: { UserId: 'owner', FileId: 'third' },
              UpdateExpression: 'SET a = b',
            },
          },
        ],
      }),
    );

    await expect(attempt).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ValidationError]',
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: { FileId: { S: 'there' } } },
        { Code: 'ValidationError', Message: expect.stringContaining('does not exist in the item') },
      ],
    });
    const first = await twin.documents.send(new GetCommand({ TableName, Key: { UserId: 'owner', FileId: 'first' } }));
    expect(first.Item).toBeUndefined();
  });

  it('keeps the index entries in step with the rows', async () => {
    await using twin = await serveTables();
    await twin.documents.send(
      new TransactWriteCommand({ TransactItems: [put('a', { UploadedAt: '2026' }), put('b', { UploadedAt: '2025' })] }),
    );
    await twin.documents.send(
      new TransactWriteCommand({ TransactItems: [put('a'), put('b', { UploadedAt: '2024' })] }),
    );

    const { Items } = await twin.call('Query', {
      TableName,
      IndexName: 'UploadedAtIndex',
      KeyConditionExpression: 'UserId = :user',
      ExpressionAttributeValues: { ':user': { S: 'owner' } },
    });

    expect(Items).toEqual([{ ...key('owner', 'b'), UploadedAt: { S: '2024' } }]);
  });

  it.each([
    ['no action', [], 'Member must have length greater than or equal to 1'],
    ['101 actions', Array.from({ length: 101 }, (_, index) => put(`f${index}`)), 'length less than or equal to 100'],
    ['the same row twice', [put('one'), put('one')], 'cannot include multiple operations on one item'],
    ['an empty action', [{}], 'TransactItems can only contain one of Check, Put, Update or Delete'],
    [
      'two actions in one',
      [{ ...put('one'), Delete: { TableName, Key: { UserId: 'owner', FileId: 'two' } } }],
      'one of',
    ],
    [
      'a bad expression',
      [{ Put: { TableName, Item: { UserId: 'owner', FileId: 'one' }, ConditionExpression: 'attribute_exists(' } }],
      'Invalid ConditionExpression: Syntax error',
    ],
    [
      'a check without a condition',
      [{ ConditionCheck: { TableName, Key: { UserId: 'owner', FileId: 'one' }, ConditionExpression: undefined } }],
      'Member must not be null',
    ],
  ])('refuses %s with ValidationException', async (_case, TransactItems, message) => {
    await using twin = await serveTables();

    const attempt = twin.documents.send(new TransactWriteCommand({ TransactItems }));

    await expect(attempt).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(message),
    });
  });

  it('refuses a key that does not fit the table, as a reason of its action', async () => {
    await using twin = await serveTables();

    const attempt = twin.documents.send(
      new TransactWriteCommand({ TransactItems: [put('one'), { Delete: { TableName, Key: { UserId: 'owner' } } }] }),
    );

    await expect(attempt).rejects.toMatchObject({
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'ValidationError', Message: 'The provided key element does not match the schema' },
      ],
    });
  });

  it('refuses a table that is not there', async () => {
    await using twin = await serveTables();

    const attempt = twin.documents.send(
      new TransactWriteCommand({ TransactItems: [{ Put: { TableName: 'Other', Item: { UserId: 'a' } } }] }),
    );

    await expect(attempt).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Requested resource not found',
    });
  });

  it('carries a request token out once, for ten minutes', async () => {
    const clock = { now: 1_000_000 };
    await using twin = await serveTables({ clock: () => clock.now });
    const add = (ClientRequestToken: string, amount = 1) =>
      twin.documents.send(
        new TransactWriteCommand({
          ClientRequestToken,
          TransactItems: [
            {
              Update: {
                TableName,
                Key: { UserId: 'owner', FileId: 'count' },
                UpdateExpression: 'ADD Tally :n',
                ExpressionAttributeValues: { ':n': amount },
              },
            },
          ],
        }),
      );
    const total = async () =>
      (await twin.documents.send(new GetCommand({ TableName, Key: { UserId: 'owner', FileId: 'count' } }))).Item?.[
        'Tally'
      ];

    await add('token');
    await add('token');
    expect(await total()).toBe(1);

    await expect(add('token', 2)).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
    clock.now += 10 * 60 * 1000;
    await add('token', 2);
    expect(await total()).toBe(3);
  });

  it('lets exactly as many of sixty racing transactions pass as the quota allows', async () => {
    await using twin = await serveTables();
    await twin.documents.send(new PutCommand({ TableName, Item: { UserId: 'owner', FileId: 'quota', Used: 0 } }));

    const attempts = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) =>
        twin.documents.send(
          new TransactWriteCommand({
            TransactItems: [
              {
                Update: {
                  TableName,
                  Key: { UserId: 'owner', FileId: 'quota' },
                  UpdateExpression: 'SET Used = Used + :one',
                  ConditionExpression: 'Used < :limit',
                  ExpressionAttributeValues: { ':one': 1, ':limit': 20 },
                },
              },
              put(`file${index}`),
            ],
          }),
        ),
      ),
    );

    const quota = await twin.documents.send(new GetCommand({ TableName, Key: { UserId: 'owner', FileId: 'quota' } }));
    const { Count } = await twin.call('Scan', { TableName });
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    expect(quota.Item?.['Used']).toBe(20);
    expect(Count).toBe(21);
  });

  it('is serialisable with single writes', async () => {
    await using twin = await serveTables();
    const Key = { UserId: 'owner', FileId: 'count' };
    const update = {
      TableName,
      Key,
      UpdateExpression: 'ADD Tally :one',
      ExpressionAttributeValues: { ':one': 1 },
    };

    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        index % 2 === 0
          ? twin.documents.send(new UpdateCommand(update))
          : twin.documents.send(new TransactWriteCommand({ TransactItems: [{ Update: update }, put(`f${index}`)] })),
      ),
    );

    const read = await twin.documents.send(new GetCommand({ TableName, Key }));
    expect(read.Item?.['Tally']).toBe(40);
  });
});

describe('TransactGetItems', () => {
  it('refuses the same row twice, and a key that does not fit', async () => {
    await using twin = await serveTables();
    const get = (Key: object) => ({ Get: { TableName, Key } });
    const ask = (...keys: object[]) => twin.call('TransactGetItems', { TransactItems: keys.map(get) });

    await expect(ask(key('owner', 'a'), key('owner', 'a'))).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(ask(key('owner', 'a'), { UserId: { S: 'owner' } })).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      details: { CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }] },
    });
  });

  it('projects, and counts what it consumed', async () => {
    await using twin = await serveTables();
    await twin.call('PutItem', { TableName, Item: { ...key('owner', 'a'), Size: { N: '1' }, Other: { S: 'x' } } });

    const output = await twin.call('TransactGetItems', {
      ReturnConsumedCapacity: 'TOTAL',
      TransactItems: [
        {
          Get: {
            TableName,
            Key: key('owner', 'a'),
            ProjectionExpression: '#s',
            ExpressionAttributeNames: { '#s': 'Size' },
          },
        },
        { Get: { TableName, Key: key('owner', 'missing') } },
      ],
    });

    expect(output).toEqual({
      Responses: [{ Item: { Size: { N: '1' } } }, {}],
      ConsumedCapacity: [{ TableName, CapacityUnits: 4, ReadCapacityUnits: 4 }],
    });
  });
});
