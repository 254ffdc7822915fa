import { CreateTableCommand, type Projection } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { serveTables } from '../serveTables';

const TableName = 'Books';

/** A table with a local and a global index, each of which projects the title only. */
const serveBooks = async () => {
  const twin = await serveTables();
  const titles: Projection = { ProjectionType: 'INCLUDE', NonKeyAttributes: ['Title'] };
  await twin.client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'Shelf', KeyType: 'HASH' },
        { AttributeName: 'Place', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['Shelf', 'Place', 'Year'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      LocalSecondaryIndexes: [
        {
          IndexName: 'ByYear',
          KeySchema: [
            { AttributeName: 'Shelf', KeyType: 'HASH' },
            { AttributeName: 'Year', KeyType: 'RANGE' },
          ],
          Projection: titles,
        },
      ],
      GlobalSecondaryIndexes: [
        { IndexName: 'OfYear', KeySchema: [{ AttributeName: 'Year', KeyType: 'HASH' }], Projection: titles },
      ],
    }),
  );
  const rows = ['1949', '1932'].map((Year, place) => ({
    Shelf: 'a',
    Place: String(place),
    Year,
    Title: `a book of ${Year}`,
    Authors: { first: `of ${Year}` },
  }));
  for (const Item of rows) await twin.documents.send(new PutCommand({ TableName, Item }));
  return twin;
};

const shelf = { KeyConditionExpression: 'Shelf = :a', ExpressionAttributeValues: { ':a': 'a' } };
const year = {
  KeyConditionExpression: '#year = :year',
  ExpressionAttributeNames: { '#year': 'Year' },
  ExpressionAttributeValues: { ':year': '1949' },
};

describe('what an index does not project', () => {
  it('is read from the table for a local index, a page at a time', async () => {
    await using twin = await serveBooks();
    const query = {
      TableName,
      IndexName: 'ByYear',
      ...shelf,
      ProjectionExpression: 'Title, Authors.#first',
      ExpressionAttributeNames: { '#first': 'first' },
      Limit: 1,
    };

    const first = await twin.documents.send(new QueryCommand(query));
    const second = await twin.documents.send(new QueryCommand({ ...query, ExclusiveStartKey: first.LastEvaluatedKey }));

    expect(first.Items).toEqual([{ Title: 'a book of 1932', Authors: { first: 'of 1932' } }]);
    expect(first.LastEvaluatedKey).toEqual({ Shelf: 'a', Place: '1', Year: '1932' });
    expect(second.Items).toEqual([{ Title: 'a book of 1949', Authors: { first: 'of 1949' } }]);
  });

  it('is read by a Scan, and under the name of the older parameter', async () => {
    await using twin = await serveBooks();
    const scan = { TableName, IndexName: 'ByYear', AttributesToGet: ['Authors'] };

    const { Items } = await twin.documents.send(new ScanCommand(scan));

    expect(Items).toEqual([{ Authors: { first: 'of 1932' } }, { Authors: { first: 'of 1949' } }]);
  });

  it('costs the entries together, and each row that is fetched by itself', async () => {
    await using twin = await serveBooks();
    const query = { TableName, IndexName: 'ByYear', ...shelf, ReturnConsumedCapacity: 'INDEXES' } as const;

    const whole = await twin.documents.send(new QueryCommand({ ...query, Select: 'ALL_ATTRIBUTES' }));
    const projected = await twin.documents.send(new QueryCommand(query));

    const index = { LocalSecondaryIndexes: { ByYear: { CapacityUnits: 0.5 } } };
    expect(whole.ConsumedCapacity).toEqual({ TableName, CapacityUnits: 1.5, Table: { CapacityUnits: 1 }, ...index });
    expect(projected.ConsumedCapacity).toEqual({
      TableName,
      CapacityUnits: 0.5,
      Table: { CapacityUnits: 0 },
      ...index,
    });
  });

  it.each([
    [false, 0.5],
    [true, 1],
  ])('costs a page too where it finds none (consistently: %s)', async (ConsistentRead, CapacityUnits) => {
    await using twin = await serveBooks();
    const query = {
      TableName,
      KeyConditionExpression: 'Shelf = :none',
      ExpressionAttributeValues: { ':none': 'none' },
      ConsistentRead,
      ReturnConsumedCapacity: 'INDEXES',
    } as const;

    const ofTable = await twin.documents.send(new QueryCommand(query));
    const ofIndex = await twin.documents.send(new QueryCommand({ ...query, IndexName: 'ByYear' }));

    expect(ofTable.ConsumedCapacity).toEqual({ TableName, CapacityUnits, Table: { CapacityUnits } });
    expect(ofIndex.ConsumedCapacity).toEqual({
      TableName,
      CapacityUnits,
      Table: { CapacityUnits: 0 },
      LocalSecondaryIndexes: { ByYear: { CapacityUnits } },
    });
  });

  it('is scanned consistently for a whole unit, but never of a global index', async () => {
    await using twin = await serveBooks();
    const scan = { TableName, ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL' } as const;

    const consistent = await twin.documents.send(new ScanCommand(scan));
    const global = twin.documents.send(new ScanCommand({ ...scan, IndexName: 'OfYear' }));

    expect(consistent.ConsumedCapacity).toEqual({ TableName, CapacityUnits: 1 });
    await expect(global).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Consistent reads are not supported on global secondary indexes',
    });
  });

  it('is read of the rows that are still there, while others are deleted', async () => {
    await using twin = await serveBooks();
    const keys = Array.from({ length: 20 }, (_, place) => ({ Shelf: { S: 'b' }, Place: { S: String(place) } }));
    const rest = { Year: { S: '2000' }, Authors: { S: 'anybody' } };
    await twin.call('BatchWriteItem', {
      RequestItems: { [TableName]: keys.map((Key) => ({ PutRequest: { Item: { ...Key, ...rest } } })) },
    });
    const query = {
      TableName,
      IndexName: 'ByYear',
      KeyConditionExpression: 'Shelf = :b',
      ExpressionAttributeValues: { ':b': { S: 'b' } },
      ProjectionExpression: 'Authors',
    };

    const reads = keys.map(async (Key) => {
      const [{ Items }] = await Promise.all([twin.call('Query', query), twin.call('DeleteItem', { TableName, Key })]);
      return Items;
    });

    expect((await Promise.all(reads)).flat()).not.toContainEqual({});
    expect(await twin.call('Query', query)).toMatchObject({ Count: 0 });
  });

  it('is refused of a global index', async () => {
    await using twin = await serveBooks();
    const query = { TableName, IndexName: 'OfYear', ...year, ProjectionExpression: 'Title, Authors.a, Pages' };

    await expect(twin.documents.send(new QueryCommand(query))).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        'One or more parameter values were invalid: Global secondary index OfYear does not project [Authors, Pages]',
    });
  });

  it('is not read where it is not asked for', async () => {
    await using twin = await serveBooks();
    const query = { TableName, IndexName: 'OfYear', ...year };

    const whole = await twin.documents.send(new QueryCommand(query));
    const named = await twin.documents.send(
      new QueryCommand({ ...query, ProjectionExpression: 'Title, Place, #year' }),
    );

    expect(whole.Items).toEqual([{ Shelf: 'a', Place: '0', Year: '1949', Title: 'a book of 1949' }]);
    expect(named.Items).toEqual([{ Place: '0', Year: '1949', Title: 'a book of 1949' }]);
  });
});
