import { TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { key, serveTables, TableName } from '../serveTables';

/** An update whose clauses are all like the given one, each to another attribute. */
const update = (clauses: number, value: string) => ({
  TableName,
  Key: key('owner', 'one'),
  UpdateExpression: `SET ${Array.from({ length: clauses }, (_, index) => `q${index.toString(36)}=${value}`).join(',')}`,
  ExpressionAttributeValues: { ':n': { N: '1' } },
});

const tooMany = 'Invalid UpdateExpression: The expression contains too many operators; operator count: 301';

describe('an update', () => {
  it.each([
    ['operators', ':n+:n', 300],
    ['operators and functions', 'if_not_exists(q,:n)+:n', 150],
  ])('has 300 %s at most', async (_, value, most) => {
    await using twin = await serveTables();

    await expect(twin.client.send(new UpdateItemCommand(update(most, value)))).resolves.toMatchObject({});
    await expect(twin.client.send(new UpdateItemCommand(update(most + 1, value)))).rejects.toMatchObject({
      name: 'ValidationException',
      message: `1 validation error detected: ${tooMany}`,
    });
  });

  it('has as many in a transaction', async () => {
    await using twin = await serveTables();
    const transaction = new TransactWriteItemsCommand({ TransactItems: [{ Update: update(301, ':n-:n') }] });

    await expect(twin.client.send(transaction)).rejects.toMatchObject({ message: tooMany });
  });

  it('has no operator in an assignment', async () => {
    await using twin = await serveTables();

    await expect(twin.client.send(new UpdateItemCommand(update(400, ':n')))).resolves.toMatchObject({});
  });
});
