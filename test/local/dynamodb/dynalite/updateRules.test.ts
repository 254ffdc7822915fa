import { CreateTableCommand, type KeySchemaElement } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, ScanCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { serveTables, TableName } from '../serveTables';

const Key = { UserId: 'owner', FileId: 'one' };

/** The item after an update of another. */
const updated = async (attributes: object, UpdateExpression: string, values?: Record<string, unknown>) => {
  await using twin = await serveTables();
  await twin.documents.send(new PutCommand({ TableName, Item: { ...Key, ...attributes } }));
  const input: UpdateCommandInput = { TableName, Key, UpdateExpression, ReturnValues: 'ALL_NEW' };
  const { Attributes } = await twin.documents.send(
    new UpdateCommand({ ...input, ...(values && { ExpressionAttributeValues: values }) }),
  );
  const { UserId: _, FileId: __, ...rest } = Attributes ?? {};
  return rest;
};

describe('an update expression', () => {
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html#…REMOVE.RemovingListElements
  it.each(['REMOVE Related[1], Related[2]', 'REMOVE Related[2], Related[1]'])(
    'means elements as they stood before: %s',
    async (expression) => {
      const Related = ['Chisel', 'Hammer', 'Nails', 'Screwdriver', 'Hacksaw'];

      expect(await updated({ Related }, expression)).toEqual({ Related: ['Chisel', 'Screwdriver', 'Hacksaw'] });
    },
  );

  it('means elements as they stood before, whatever else is removed between them', async () => {
    const item = { Related: ['a', 'b', 'c'], Labels: ['d', 'e', 'f'], Note: 'n' };

    expect(await updated(item, 'REMOVE Related[0], Labels[0], Note, Related[1], Labels[1]')).toEqual({
      Related: ['c'],
      Labels: ['f'],
    });
  });

  it('sets elements where they stood before others are removed', async () => {
    const item = { Related: ['a', { b: 1, c: 2 }, 'd'] };

    expect(await updated(item, 'REMOVE Related[0], Related[1].b SET Related[2] = :d', { ':d': 'D' })).toEqual({
      Related: [{ c: 2 }, 'D'],
    });
  });

  it('copies an attribute as it was before', async () => {
    const item = { Latest: 1, Tree: { leaf: 'old' } };
    const expression = 'SET Previous = Latest, Kept = if_not_exists(Kept, Tree), Tree.leaf = :new ADD Latest :one';

    expect(await updated(item, expression, { ':new': 'new', ':one': 1 })).toEqual({
      Previous: 1,
      Latest: 2,
      Kept: { leaf: 'old' },
      Tree: { leaf: 'new' },
    });
  });

  it('swaps attributes, adds to what is absent and appends to it', async () => {
    const expression =
      'SET Here = There, There = Here, Labels = list_append(if_not_exists(Labels, :none), :some), Amount = if_not_exists(Amount, :zero) + :one';
    const values = { ':none': [], ':some': ['x'], ':zero': 0, ':one': 1 };

    expect(await updated({ Here: 1, There: 2 }, expression, values)).toEqual({
      Here: 2,
      There: 1,
      Labels: ['x'],
      Amount: 1,
    });
  });

  it('finds no attribute in what JavaScript objects inherit', async () => {
    expect(await updated({}, 'SET Note = if_not_exists(toString, :note)', { ':note': 'n' })).toEqual({ Note: 'n' });
  });

  it.each(['ADD #name :one', 'SET #name = if_not_exists(#name, :zero) + :one'])(
    'counts up from nothing under such a name too: %s',
    async (UpdateExpression) => {
      await using twin = await serveTables();
      const names = { ExpressionAttributeNames: { '#name': 'constructor' } };
      const values = {
        ExpressionAttributeValues: { ':one': 1, ...(UpdateExpression.startsWith('SET') && { ':zero': 0 }) },
      };

      const { Attributes } = await twin.documents.send(
        new UpdateCommand({ TableName, Key, UpdateExpression, ...names, ...values, ReturnValues: 'ALL_NEW' }),
      );

      expect(Attributes).toEqual({ ...Key, constructor: 1 });
    },
  );

  it.each(['REMOVE Note', 'DELETE Tags :tags'])(
    'creates nothing if it only takes away: %s',
    async (UpdateExpression) => {
      await using twin = await serveTables();
      const values = UpdateExpression.startsWith('DELETE')
        ? { ExpressionAttributeValues: { ':tags': new Set(['a']) } }
        : {};

      const { Attributes } = await twin.documents.send(
        new UpdateCommand({ TableName, Key, UpdateExpression, ...values, ReturnValues: 'ALL_NEW' }),
      );

      expect(Attributes).toBeUndefined();
      expect((await twin.documents.send(new GetCommand({ TableName, Key }))).Item).toBeUndefined();
    },
  );

  it('adds nothing to an index of the keys alone either', async () => {
    const key = (name: string): KeySchemaElement[] => [{ AttributeName: name, KeyType: 'HASH' }];
    await using twin = await serveTables();
    await twin.client.send(
      new CreateTableCommand({
        TableName: 'Inverted',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['A', 'B'].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
        KeySchema: [...key('A'), { AttributeName: 'B', KeyType: 'RANGE' }],
        GlobalSecondaryIndexes: [
          { IndexName: 'byB', KeySchema: key('B'), Projection: { ProjectionType: 'KEYS_ONLY' } },
        ],
      }),
    );
    const input = { TableName: 'Inverted', Key: { A: 'a', B: 'b' }, UpdateExpression: 'REMOVE Note' };

    await twin.documents.send(new UpdateCommand(input));

    const { Items } = await twin.documents.send(new ScanCommand({ TableName: 'Inverted', IndexName: 'byB' }));
    expect(Items).toEqual([]);
  });

  it('takes away from an item that is there, even if that has only its key', async () => {
    expect(await updated({ Note: 'n' }, 'REMOVE Note')).toEqual({});
  });

  it.each(['UPDATED_OLD', 'UPDATED_NEW'] as const)(
    'returns no attributes if there are none: %s',
    async (ReturnValues) => {
      await using twin = await serveTables();
      await twin.documents.send(new PutCommand({ TableName, Item: Key }));

      const answer = await twin.documents.send(
        new UpdateCommand({ TableName, Key, UpdateExpression: 'REMOVE Note', ReturnValues }),
      );

      expect(answer).not.toHaveProperty('Attributes');
    },
  );
});
