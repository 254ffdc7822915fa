import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { serveTables, TableName } from '../serveTables';

const Key = { UserId: 'owner', FileId: 'one' };
const item = {
  ...Key,
  Said: 'é𝄞',
  Blank: '',
  Smile: '\u{1F600}',
  Weight: 9.5,
  Bytes: Uint8Array.of(200, 1),
  Tree: { leaf: 1, twigs: ['a', { b: null }] },
  Things: ['a', 1, '', true, { b: [2] }],
  Tags: new Set(['x', 'y']),
};

const holds: [condition: string, values: Record<string, unknown>][] = [
  ['Tree = :v', { ':v': { twigs: ['a', { b: null }], leaf: 1 } }],
  ['Things = :v', { ':v': ['a', 1, '', true, { b: [2] }] }],
  ['Tags = :v', { ':v': new Set(['y', 'x']) }],
  ['Tree IN (:w, :v)', { ':w': 1, ':v': { leaf: 1, twigs: ['a', { b: null }] } }],
  ['Tree <> :v', { ':v': { leaf: 1 } }],
  ['Things <> :v', { ':v': [1, 'a', '', true, { b: [2] }] }],
  ['Nowhere <> :v', { ':v': 1 }],
  ['NOT Nowhere = :v', { ':v': 1 }],
  ['contains(Things, :v)', { ':v': { b: [2] } }],
  ['contains(Things, :v)', { ':v': '' }],
  ['contains(Things, :v)', { ':v': true }],
  ['contains(Tags, :v)', { ':v': 'y' }],
  ['contains(Said, :v)', { ':v': '𝄞' }],
  ['contains(Bytes, :v)', { ':v': Uint8Array.of(1) }],
  ['NOT contains(Bytes, :v)', { ':v': Uint8Array.of(201) }],
  ['NOT contains(Things, :v)', { ':v': 2 }],
  ['begins_with(Bytes, :v)', { ':v': Uint8Array.of(200) }],
  ['NOT begins_with(Bytes, :v)', { ':v': Uint8Array.of(201) }],
  ['begins_with(Said, :v)', { ':v': 'é' }],
  ['size(Blank) = :v', { ':v': 0 }],
  ['size(Said) = :v', { ':v': 3 }],
  ['size(Bytes) = :v', { ':v': 2 }],
  ['size(Things) > size(Tags) AND size(Tree) = :v', { ':v': 2 }],
  ['NOT size(Weight) >= :v', { ':v': 0 }],
  ['Smile > :v', { ':v': '\uFF5E' }],
  ['Weight BETWEEN :v AND :w', { ':v': -10, ':w': 9.75 }],
  ['Weight > :v AND Weight < :w AND Weight <= :x AND Weight >= :x', { ':v': -9.6, ':w': 10, ':x': 9.5 }],
  ['NOT Weight > :v', { ':v': '1' }],
  ['Bytes > :v', { ':v': Uint8Array.of(100, 255) }],
  [
    'attribute_type(Things, :v) AND attribute_exists(Things[4].b[0]) AND attribute_not_exists(Things[5])',
    { ':v': 'L' },
  ],
];

describe('a condition', () => {
  it.each(holds)('holds of the item: %s', async (expression, ExpressionAttributeValues) => {
    await using twin = await serveTables();
    await twin.documents.send(new PutCommand({ TableName, Item: item }));
    const query = { TableName, KeyConditionExpression: 'UserId = :owner', FilterExpression: expression };

    const update = twin.documents.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'REMOVE Nothing',
        ConditionExpression: expression,
        ExpressionAttributeValues,
      }),
    );
    const found = await twin.documents.send(
      new QueryCommand({
        ...query,
        ExpressionAttributeValues: { ...ExpressionAttributeValues, ':owner': 'owner' },
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );

    await expect(update).resolves.toBeDefined();
    expect(found.Count).toBe(1);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('finds no attribute %s but that of the row', async (name) => {
    await using twin = await serveTables();
    const row = { UserId: { S: 'owner' }, FileId: { S: 'one' } };
    const one = { N: '1' };
    const count = async (FilterExpression: string) => {
      const names = { ExpressionAttributeNames: { '#name': name } };
      return (await twin.call('Scan', { TableName, FilterExpression, ...names }))['Count'];
    };

    await twin.call('PutItem', { TableName, Item: { ...row, Tree: { M: {} } } });
    expect(await count('attribute_exists(#name) OR attribute_exists(Tree.#name) OR size(#name) < FileId')).toBe(0);
    await twin.call('PutItem', { TableName, Item: { ...row, Tree: { M: { [name]: one } }, [name]: one } });
    expect(await count('attribute_exists(#name) AND #name = Tree.#name')).toBe(1);
  });
});
