import { describe, expect, it } from 'vitest';
import { key, serveTables, TableName } from '../serveTables';

/** The rows that pass a filter, out of a, b and c with X 1, 2 and 3. */
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

/** Uses every placeholder, since unused ones are refused. */
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

  it('answer at once when they nest a hundred deep', async () => {
    const deep = `${'('.repeat(100)}#x = :one${' OR #x = :two)'.repeat(100)}`;

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

describe('conditions with too much in them', () => {
  const ask = async (FilterExpression: string, values: object = {}) => {
    await using twin = await serveTables();
    return twin.call('Query', {
      TableName,
      KeyConditionExpression: 'UserId = :user',
      FilterExpression,
      ExpressionAttributeValues: { ':user': { S: 'owner' }, ...values },
    });
  };
  const list = (length: number) => Array.from({ length }, (_, index) => `:v${index}`);
  const isIn = (names: readonly string[]) =>
    ask(`X IN (${names.join(', ')})`, Object.fromEntries(names.map((name) => [name, { S: name }])));

  it('list a hundred values at most', async () => {
    expect(await isIn(list(100))).toMatchObject({ Count: 0 });
    await expect(isIn(list(101))).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Invalid FilterExpression: The IN operator is provided with too many operands; number of operands: 101',
    });
  });

  it.each([
    ['in a row', (comparisons: number) => Array.from({ length: comparisons }, () => 'a<b').join(' OR ')],
    ['in groups', (comparisons: number) => `${'a<b OR ('.repeat(comparisons - 1)}a<b${')'.repeat(comparisons - 1)}`],
  ])('have three hundred operators at most, %s', async (_how, expressionOf) => {
    expect(await ask(expressionOf(150))).toMatchObject({ Count: 0 }); // with 149 ORs, 299 operators
    await expect(ask(expressionOf(151))).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Invalid FilterExpression: The expression contains too many operators; operator count: 301',
    });
  });

  it('have functions among the operators', async () => {
    const sizes = (count: number) => Array.from({ length: count }, () => 'size(a)<b').join(' OR ');

    expect(await ask(sizes(100))).toMatchObject({ Count: 0 });
    await expect(ask(sizes(101))).rejects.toMatchObject({ message: expect.stringContaining('operator count: 301') });
  });
});
