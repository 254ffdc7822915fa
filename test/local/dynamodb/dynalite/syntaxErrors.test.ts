import { describe, expect, it } from 'vitest';
import { key, serveTables, TableName } from '../serveTables';

/** The first six were seen on DynamoDB, in dynamodb-conformance, moto and questions about them. */
const faults: [member: keyof typeof inputs, expression: string, token: string, near: string][] = [
  ['UpdateExpression', 'INVALID SYNTAX HERE', 'INVALID', 'INVALID SYNTAX'],
  ['UpdateExpression', 'SET path = VALUE 1', '1', 'VALUE 1'],
  ['UpdateExpression', 'SET otp = f(:v, 0)', '0', ', 0)'],
  ['KeyConditionExpression', 'hash = :hashId a', 'a', ':hashId a'],
  ['UpdateExpression', 'SET _something = :v', '_', 'SET _something'],
  ['ConditionExpression', '__typename <> :v', '_', '__'],
  ['ProjectionExpression', 'Tree.__proto__', '_', '.__'],
  ['UpdateExpression', 'SET a = ', '<EOF>', '='],
  ['ProjectionExpression', 'a b', 'b', 'a b'],
  ['ProjectionExpression', 'l[a]', 'a', '[a]'],
  ['ConditionExpression', 'a == :v', '=', '== :v'],
  ['ConditionExpression', '((a = :v) AND (b = :v)', '<EOF>', ')'],
  ['ConditionExpression', '(a = :v OR (b = :v)) )', ')', ') )'],
];

const row = key('owner', 'one');
const values = { ExpressionAttributeValues: { ':v': { S: 'x' }, ':hashId': { S: 'x' } } };
const inputs = {
  UpdateExpression: ['UpdateItem', { Key: row, ...values }],
  KeyConditionExpression: ['Query', values],
  ProjectionExpression: ['GetItem', { Key: row }],
  ConditionExpression: ['PutItem', { Item: row, ...values }],
} as const;

describe('a syntax error', () => {
  it.each(faults)('quotes the token and what is around it: %s %j', async (member, expression, token, near) => {
    await using twin = await serveTables();
    const [operation, input] = inputs[member];

    await expect(twin.call(operation, { TableName, [member]: expression, ...input })).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(`Invalid ${member}: Syntax error; token: "${token}", near: "${near}"`),
    });
  });
});
