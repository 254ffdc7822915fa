import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { serveTables } from '../serveTables';

const TableName = 'Parcels';
const asked = { TableName, ReturnConsumedCapacity: 'INDEXES' } as const;

/** A table with a local index of whole rows, and a global one of their keys and notes. */
const serveParcels = async () => {
  const twin = await serveTables();
  await twin.client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'Street', KeyType: 'HASH' },
        { AttributeName: 'House', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['Street', 'House', 'Day', 'Van'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      LocalSecondaryIndexes: [
        {
          IndexName: 'ByDay',
          KeySchema: [
            { AttributeName: 'Street', KeyType: 'HASH' },
            { AttributeName: 'Day', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'OfVan',
          KeySchema: [{ AttributeName: 'Van', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['Note'] },
        },
      ],
    }),
  );
  return twin;
};

const Key = { Street: 'Long Street', House: '1' };
const parcel = { ...Key, Day: 'Monday', Van: 'red', Note: 'fragile', Weight: 1 };

const units = (table: number, byDay: number, ofVan: number) => ({
  TableName,
  CapacityUnits: table + byDay + ofVan,
  Table: { CapacityUnits: table },
  ...(byDay > 0 && { LocalSecondaryIndexes: { ByDay: { CapacityUnits: byDay } } }),
  ...(ofVan > 0 && { GlobalSecondaryIndexes: { OfVan: { CapacityUnits: ofVan } } }),
});

// The numbers of https://github.com/paritysuite/dynamodb-conformance, tests/tier1/putItem/indexConsumedCapacity.test.ts
describe('what a write consumes', () => {
  it('includes the entries of a new row, each by its own size', async () => {
    await using twin = await serveParcels();
    const put = (Item: object) => twin.documents.send(new PutCommand({ ...asked, Item }));

    const inBoth = await put(parcel);
    const inNone = await put({ ...Key, House: '2' });
    const large = await put({ ...parcel, House: '3', Photo: 'x'.repeat(1500) });

    expect(inBoth.ConsumedCapacity).toEqual(units(1, 1, 1));
    expect(inNone.ConsumedCapacity).toEqual(units(1, 0, 0));
    expect(large.ConsumedCapacity).toEqual(units(2, 2, 1));
  });

  it('includes no entry that stays as it was', async () => {
    await using twin = await serveParcels();
    const put = new PutCommand({ ...asked, Item: parcel });
    await twin.documents.send(put);

    const { ConsumedCapacity } = await twin.documents.send(put);

    expect(ConsumedCapacity).toEqual(units(1, 0, 0));
  });

  it.each([
    ['what one index does not project', { UpdateExpression: 'SET Weight = :new' }, units(1, 1, 0)],
    ['what both project', { UpdateExpression: 'SET Note = :new' }, units(1, 1, 1)],
    ['the key of the global index', { UpdateExpression: 'SET Van = :new' }, units(1, 1, 2)],
    ['the key of the local index', { UpdateExpression: 'SET #day = :new' }, units(1, 2, 0)],
    ['a key that is removed', { UpdateExpression: 'REMOVE Van' }, units(1, 1, 1)],
  ])('includes what an update changes: %s', async (_, change, consumed) => {
    await using twin = await serveParcels();
    await twin.documents.send(new PutCommand({ TableName, Item: parcel }));
    const names = change.UpdateExpression.includes('#day') && { ExpressionAttributeNames: { '#day': 'Day' } };
    const values = change.UpdateExpression.includes(':new') && { ExpressionAttributeValues: { ':new': 'new' } };

    const { ConsumedCapacity } = await twin.documents.send(
      new UpdateCommand({ ...asked, Key, ...change, ...names, ...values }),
    );

    expect(ConsumedCapacity).toEqual(consumed);
  });

  it('includes the entries of a deleted row', async () => {
    await using twin = await serveParcels();
    await twin.documents.send(new PutCommand({ TableName, Item: parcel }));

    const { ConsumedCapacity } = await twin.documents.send(new DeleteCommand({ ...asked, Key }));

    expect(ConsumedCapacity).toEqual(units(1, 1, 1));
  });

  it('adds up in a batch, and without details if only the total is asked for', async () => {
    await using twin = await serveParcels();
    const rows = [parcel, { ...Key, House: '2', Van: 'red' }];
    const RequestItems = { [TableName]: rows.map((Item) => ({ PutRequest: { Item } })) };

    const batch = await twin.documents.send(new BatchWriteCommand({ ReturnConsumedCapacity: 'INDEXES', RequestItems }));
    const total = await twin.documents.send(
      new PutCommand({ ...asked, Item: { ...parcel, House: '3' }, ReturnConsumedCapacity: 'TOTAL' }),
    );

    expect(batch.ConsumedCapacity).toEqual([units(2, 1, 2)]);
    expect(total.ConsumedCapacity).toEqual({ TableName, CapacityUnits: 3 });
  });
});
