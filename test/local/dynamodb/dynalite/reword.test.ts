import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { key, serveTables, TableName } from '../serveTables';

// The texts of https://github.com/paritysuite/dynamodb-conformance/tree/main/tests/tier3/error-messages, seen in us-east-1

const Key = key('owner', 'one');
const notNumeric = 'The parameter cannot be converted to a numeric value: many';
const many: AttributeValue = { N: 'many' };
const value = { ExpressionAttributeValues: { ':many': many } };

type Send = (twin: Awaited<ReturnType<typeof serveTables>>) => Promise<unknown>;

/** The message of what refuses. */
const refusalOf = async (send: Send): Promise<unknown> => {
  await using twin = await serveTables();
  return await send(twin).then(
    () => 'accepted',
    (error: unknown) => (error instanceof Error ? error.message : error),
  );
};

describe('the refusal of a malformed value', () => {
  it.each<[string, Send]>([
    ['PutItem', ({ client }) => client.send(new PutItemCommand({ TableName, Item: { ...Key, Weight: many } }))],
    [
      'PutItem’s condition',
      ({ client }) =>
        client.send(new PutItemCommand({ TableName, Item: Key, ConditionExpression: 'Weight = :many', ...value })),
    ],
    [
      'UpdateItem',
      ({ client }) =>
        client.send(new UpdateItemCommand({ TableName, Key, UpdateExpression: 'SET Note = :many', ...value })),
    ],
    ['DeleteItem', ({ client }) => client.send(new DeleteItemCommand({ TableName, Key: { ...Key, FileId: many } }))],
  ])('is counted by %s', async (_, send) => {
    expect(await refusalOf(send)).toBe(`1 validation error detected: ${notNumeric}`);
  });

  it.each<[string, Send]>([
    ['GetItem', ({ client }) => client.send(new GetItemCommand({ TableName, Key: { ...Key, FileId: many } }))],
    [
      'BatchGetItem',
      ({ client }) =>
        client.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [{ ...Key, FileId: many }] } } })),
    ],
    [
      'Query',
      ({ client }) => client.send(new QueryCommand({ TableName, KeyConditionExpression: 'UserId = :many', ...value })),
    ],
    [
      'BatchWriteItem',
      ({ client }) =>
        client.send(
          new BatchWriteItemCommand({
            RequestItems: { [TableName]: [{ PutRequest: { Item: { ...Key, Weight: many } } }] },
          }),
        ),
    ],
  ])('stands alone in %s', async (_, send) => {
    expect(await refusalOf(send)).toBe(notNumeric);
  });

  it.each<[string, Send]>([
    ['Scan', ({ client }) => client.send(new ScanCommand({ TableName, FilterExpression: 'Weight = :many', ...value }))],
    [
      'TransactWriteItems',
      ({ client }) =>
        client.send(
          new TransactWriteItemsCommand({
            TransactItems: [{ Update: { TableName, Key, UpdateExpression: 'SET Note = :many', ...value } }],
          }),
        ),
    ],
  ])('names the value in %s', async (_, send) => {
    expect(await refusalOf(send)).toBe(`ExpressionAttributeValues contains invalid value: ${notNumeric} for key :many`);
  });

  it.each([
    [{ ConditionExpression: '' }, 'Invalid ConditionExpression: The expression can not be empty;'],
    [value, 'ExpressionAttributeValues can only be specified when using expressions'],
    [
      { ConditionExpression: 'Weight = :none' },
      'Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: :none',
    ],
    [
      { Expected: { Weight: { ComparisonOperator: 'EQ' as const } } },
      'One or more parameter values were invalid: Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: Weight',
    ],
  ])('is counted of a malformed condition too: %j', async (condition, message) => {
    expect(
      await refusalOf(({ client }) => client.send(new PutItemCommand({ TableName, Item: Key, ...condition }))),
    ).toBe(`1 validation error detected: ${message}`);
  });

  const binary = (text: string) => Buffer.from(text, 'base64');

  it.each<[AttributeValue, string]>([
    [{ SS: ['b', 'a', 'b'] }, 'Input collection ["a", "b", "b"] contains duplicates.'],
    [{ NS: ['2', '1', '2'] }, 'Input collection contains duplicates.'],
    [
      { BS: [binary('/w=='), binary('AA=='), binary('AA==')] },
      'Input collection ["AA==","/w==","AA=="]of type BS contains duplicates.',
    ],
  ])('lists the members of a set with duplicates: %j', async (set, message) => {
    const words = `One or more parameter values were invalid: ${message}`;

    expect(
      await refusalOf(({ client }) => client.send(new PutItemCommand({ TableName, Item: { ...Key, Tags: set } }))),
    ).toBe(`1 validation error detected: ${words}`);
    expect(
      await refusalOf(({ client }) => client.send(new GetItemCommand({ TableName, Key: { ...Key, FileId: set } }))),
    ).toBe(words);
  });
});
