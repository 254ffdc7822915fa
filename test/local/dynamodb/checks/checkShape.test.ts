import { describe, expect, it } from 'vitest';
import { key, serveTables, TableName } from '../serveTables';

const Key = key('owner', 'one');
const alias = { ExpressionAttributeNames: { '#name': '__proto__' } };
const value = { ExpressionAttributeValues: { ':n': { N: '1' } } };

describe('the name __proto__', () => {
  it.each<[string, string, object]>([
    ['set', 'UpdateItem', { Key, UpdateExpression: 'SET #name = :n', ...alias, ...value }],
    ['copied', 'UpdateItem', { Key, UpdateExpression: 'SET Note = #name', ...alias }],
    ['of a condition', 'DeleteItem', { Key, ConditionExpression: 'attribute_exists(#name)', ...alias }],
    ['projected', 'GetItem', { Key, ProjectionExpression: '#name', ...alias }],
    ['listed', 'GetItem', { Key, AttributesToGet: ['__proto__'] }],
    ['of a row', 'PutItem', { Item: { ...Key, ...JSON.parse('{"__proto__":{"N":"1"}}') } }],
  ])('is refused where it is %s', async (_, operation, input) => {
    await using twin = await serveTables();

    await expect(twin.call(operation, { TableName, ...input })).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'The twin cannot hold an attribute with the name __proto__.',
    });
  });

  it.each<[string, object]>([
    ['BatchGetItem', { RequestItems: { [TableName]: { Keys: [Key], ProjectionExpression: '#name', ...alias } } }],
    ['TransactGetItems', { TransactItems: [{ Get: { TableName, Key, ProjectionExpression: '#name', ...alias } }] }],
  ])('is refused in each part of a %s', async (operation, input) => {
    await using twin = await serveTables();

    await expect(twin.call(operation, { ...input })).rejects.toMatchObject({
      message: expect.stringContaining('__proto__'),
    });
  });

  it('is a value like any other', async () => {
    await using twin = await serveTables();
    const Item = { ...Key, Note: { S: '__proto__' } };

    await twin.call('PutItem', { TableName, Item });

    expect(await twin.call('GetItem', { TableName, Key })).toEqual({ Item });
  });
});
