import { describe, expect, it } from 'vitest';
import { filesTable } from './filesTable';
import type { OpenTables } from '../../../local/dynamodb/openTables';
import type { StreamRecord } from '../../../local/dynamodb/streams/streamRecord';
import { isJsonObject, type JsonObject } from '../../../local/json';
import { key, serveTables, TableName } from './serveTables';
import { temporaryFolder } from './temporaryFolder';

type Model = Map<string, JsonObject>;

/** Pseudo-random numbers from 0 to below `bound`, the same on each run. */
const seeded = (seed: number) => {
  let state = seed;
  return (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
};

const indexes = filesTable.localIndexes;

/** A random row: each index key may be absent, so that index entries come and go. */
const randomRow = (name: string, random: (bound: number) => number): JsonObject => {
  const attributes = indexes.flatMap(({ sortKey }) => {
    if (random(3) === 0) return [];
    return [[sortKey.name, sortKey.type === 'N' ? { N: String(random(5)) } : { S: `v${random(5)}` }] as const];
  });
  return { ...key('owner', name), ...Object.fromEntries(attributes), Other: { N: String(random(100)) } };
};

/** A random request, and its effect on the model if it succeeds. */
const randomRequest = (random: (bound: number) => number) => {
  const name = `f${random(9)}`;
  const other = `g${random(9)}`;
  const row = randomRow(name, random);
  const ExpressionAttributeValues = { ':v': { S: `v${random(5)}` } };
  const requests = [
    { operation: 'PutItem', input: { TableName, Item: row } },
    { operation: 'PutItem', input: { TableName, Item: row, ConditionExpression: 'attribute_not_exists(FileId)' } },
    { operation: 'DeleteItem', input: { TableName, Key: key('owner', name) } },
    {
      operation: 'UpdateItem',
      input: {
        TableName,
        Key: key('owner', name),
        UpdateExpression: 'SET UploadedAt = :v REMOVE FileNameKey',
        ConditionExpression: 'attribute_exists(FileId)',
        ExpressionAttributeValues,
      },
    },
    {
      operation: 'TransactWriteItems',
      input: {
        TransactItems: [
          { Put: { TableName, Item: row } },
          { Delete: { TableName, Key: key('owner', other), ConditionExpression: 'attribute_exists(FileId)' } },
        ],
      },
    },
    {
      operation: 'BatchWriteItem',
      input: {
        RequestItems: {
          [TableName]: [
            { PutRequest: { Item: randomRow(other, random) } },
            { DeleteRequest: { Key: key('owner', name) } },
          ],
        },
      },
    },
  ];
  return requests[random(requests.length)] ?? requests[0];
};

const allOf = async (call: OpenTables['call'], IndexName?: string, forward = true): Promise<JsonObject[]> => {
  const rows: JsonObject[] = [];
  let ExclusiveStartKey: unknown;
  do {
    const page = await call('Query', {
      TableName,
      IndexName,
      KeyConditionExpression: 'UserId = :user',
      ExpressionAttributeValues: { ':user': { S: 'owner' } },
      ScanIndexForward: forward,
      Limit: 4,
      ExclusiveStartKey,
    });
    if (Array.isArray(page['Items'])) rows.push(...page['Items'].filter(isJsonObject));
    ExclusiveStartKey = page['LastEvaluatedKey'];
  } while (ExclusiveStartKey !== undefined);
  return rows;
};

const valueOf = (row: JsonObject | undefined, name: string): string | number => {
  const value = row?.[name];
  if (!isJsonObject(value)) return '';
  return value['N'] === undefined ? String(value['S']) : Number(value['N']);
};

const inOrder = (model: Model, by: string): (string | number)[] =>
  [...model.values()]
    .filter((row) => row[by] !== undefined)
    .map((row) => valueOf(row, by))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

describe('random interleavings of requests', () => {
  it.each([1, 2, 3])('leave rows, indexes and stream in agreement (seed %i)', async (seed) => {
    await using folder = await temporaryFolder();
    const random = seeded(seed);
    const told: Model = new Map();
    const hear = ({ dynamodb }: StreamRecord): void => {
      const name = String(valueOf(dynamodb.Keys, 'FileId'));
      expect(dynamodb.OldImage).toEqual(told.get(name));
      if (dynamodb.NewImage === undefined) told.delete(name);
      else told.set(name, dynamodb.NewImage);
    };

    for (let round = 0; round < 3; round += 1) {
      const twin = await serveTables({ directory: folder.path });
      for (let batch = 0; batch < 12; batch += 1) {
        const requests = Array.from({ length: 10 }, () => randomRequest(random));
        await Promise.allSettled(requests.map((request) => twin.call(request?.operation ?? '', request?.input ?? {})));
      }
      const rows: Model = new Map((await allOf(twin.call)).map((row) => [String(valueOf(row, 'FileId')), row]));
      for (const { name, sortKey } of indexes) {
        const listed = await allOf(twin.call, name);
        const reversed = await allOf(twin.call, name, false);
        expect(listed.map((row) => valueOf(row, sortKey.name))).toEqual(inOrder(rows, sortKey.name));
        expect(listed.map((row) => rows.get(String(valueOf(row, 'FileId'))))).toEqual(listed);
        expect(reversed).toEqual([...listed].reverse());
      }
      const reader = await twin.openReader(TableName, 'test');
      const records = await reader.read(10_000);
      records.forEach(hear);
      await reader.take(records.at(-1)?.dynamodb.SequenceNumber ?? '');
      expect([...told].sort()).toEqual([...rows].sort());
      expect(rows.size).toBeGreaterThan(3);
      expect(twin.log).toEqual([]);
      await twin.close();
    }
  });
});
