import { describe, expect, it } from 'vitest';
import { key, serveTables, TableName } from '../serveTables';

/** Rows a, b, c with X 1, 2, 3, filtered. */
const filtered = async (FilterExpression: string) => {
  await using twin = await serveTables();
  for (const [index, name] of ['a', 'b', 'c'].entries()) {
    await twin.call('PutItem', {
      TableName,
      Item: { ...key('owner', name), X: { N: String(index + 1) }, Label: { S: name }, Deep: { M: { x: { S: name } } } },
    });
  }
  const { Items } = await twin.call('Query', {
    TableName,
    KeyConditionExpression: 'UserId = :user',
    FilterExpression,
    ExpressionAttributeNames: { '#x': 'X' },
    ExpressionAttributeValues: {
      ':user': { S: 'owner' },
      ':one': { N: '1' },
      ':two': { N: '2' },
      ':a': { S: 'a' },
      ':c': { S: 'c' },
    },
  });
  return Array.isArray(Items) ? Items.map((item: { Label?: { S?: string } }) => item.Label?.S).join('') : undefined;
};

/** Keeps every placeholder in use. */
const used = '(#x <> :one OR #x = :one) AND Label IN (Label, :a, :c) AND :two = :two';

describe('conditions with nested groups', () => {
  it.each([
    ['((#x = :one) OR ((#x = :two) AND (NOT (Label = :a))))', 'ab'],
    ['(((#x = :one) AND (Label = :a)) OR ((#x > :one) AND ((Deep.x = :c) OR (Deep.x = :a))))', 'ac'],
    ['NOT ((#x = :one) OR (Label = :c))', 'b'],
    ['((#x BETWEEN :one AND :two) AND (NOT (begins_with(Label, :a))))', 'b'],
  ])('filter by %s', async (expression, expected) => {
    expect(await filtered(`${expression} AND ((${used}) OR Label = :a)`)).toBe(expected);
  });

  it('answer at once when they nest two hundred deep', async () => {
    const deep = `${'('.repeat(200)}#x = :one${' OR #x = :two)'.repeat(200)}`;

    expect(await filtered(`${deep} AND ((${used}) OR Label = :a)`)).toBe('ab');
  });

  it.each([
    ['((#x = :one) AND (Absent = :nothing))', 'attribute value: :nothing'],
    ['((#x = :one) AND (#missing = :one))', 'attribute name: #missing'],
    ['((#x = :one) AND (size = :one))', 'reserved keyword: size'],
    ['((#x = :one) AND (#x = ))', 'Syntax error'],
    ['((#x = :one) AND (#x = :one)', 'Syntax error'],
    ['((UserId = :a) AND (#x = :one))', 'Primary key attribute: UserId'],
  ])('refuse %s', async (expression, message) => {
    const attempt = filtered(`${expression} AND ((${used}) OR Label = :a)`);

    await expect(attempt).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(message),
    });
  });
});
