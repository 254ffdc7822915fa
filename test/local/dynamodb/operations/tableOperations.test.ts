import { CreateTableCommand, DeleteTableCommand, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../../../local/dynamodb/openTables';
import { serveTables, TableName } from '../serveTables';
import { temporaryFolder } from '../temporaryFolder';

type Twin = Awaited<ReturnType<typeof serveTables>>;

/** A table with one key and a global index of each kind of projection. */
const createNotes = ({ client }: Twin) =>
  client.send(
    new CreateTableCommand({
      TableName: 'Notes',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'Id', KeyType: 'HASH' }],
      AttributeDefinitions: ['Id', 'Owner'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: (['ALL', 'KEYS_ONLY'] as const).map((ProjectionType) => ({
        IndexName: `Owner-${ProjectionType}`,
        KeySchema: [{ AttributeName: 'Owner', KeyType: 'HASH' }],
        Projection: { ProjectionType },
      })),
    }),
  );

const listByOwner = async ({ documents }: Twin, IndexName: string) => {
  const { Items } = await documents.send(
    new QueryCommand({
      TableName: 'Notes',
      IndexName,
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': 'Owner' },
      ExpressionAttributeValues: { ':owner': 'ann' },
    }),
  );
  return Items;
};

describe('operations over tables', () => {
  it('create a table that is there at once, with global indexes', async () => {
    await using twin = await serveTables();

    await createNotes(twin);
    await waitUntilTableExists({ client: twin.client, maxWaitTime: 30 }, { TableName: 'Notes' });
    await twin.documents.send(new PutCommand({ TableName: 'Notes', Item: { Id: 'n1', Owner: 'ann', Text: 'hi' } }));

    expect(await listByOwner(twin, 'Owner-ALL')).toEqual([{ Id: 'n1', Owner: 'ann', Text: 'hi' }]);
    expect(await listByOwner(twin, 'Owner-KEYS_ONLY')).toEqual([{ Id: 'n1', Owner: 'ann' }]);
  });

  it('refuse to create a table twice', async () => {
    await using twin = await serveTables();
    await createNotes(twin);

    await expect(createNotes(twin)).rejects.toMatchObject({ name: 'ResourceInUseException' });
  });

  it('delete a table with all its rows, and let it be made anew', async () => {
    await using twin = await serveTables();
    await createNotes(twin);
    await twin.documents.send(new PutCommand({ TableName: 'Notes', Item: { Id: 'n1', Owner: 'ann' } }));

    await twin.client.send(new DeleteTableCommand({ TableName: 'Notes' }));
    const gone = twin.documents.send(new ScanCommand({ TableName: 'Notes' }));
    await expect(gone).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await createNotes(twin);

    expect((await twin.documents.send(new ScanCommand({ TableName: 'Notes' }))).Count).toBe(0);
    expect(await listByOwner(twin, 'Owner-ALL')).toEqual([]);
  });

  it('keep a table that is made anew while the old one goes', async () => {
    await using folder = await temporaryFolder();
    const options = { directory: folder.path, tables: [], clock: Date.now };
    const input = {
      TableName: 'Notes',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'Id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'Id', AttributeType: 'S' }],
    };
    const tables = await openTables(options);
    await tables.call('CreateTable', input);

    await Promise.all([tables.call('DeleteTable', { TableName: 'Notes' }), tables.call('CreateTable', input)]);
    await tables.close();
    const again = await openTables(options);
    const listed = await again.call('ListTables', {});
    await again.close();

    expect(listed).toEqual({ TableNames: ['Notes'] });
  });

  it('list tables a page at a time', async () => {
    await using twin = await serveTables();
    await createNotes(twin);

    const first = await twin.call('ListTables', { Limit: 1 });
    const second = await twin.call('ListTables', {
      Limit: 1,
      ExclusiveStartTableName: first['LastEvaluatedTableName'],
    });

    expect(first).toEqual({ TableNames: [TableName], LastEvaluatedTableName: TableName });
    expect(second).toEqual({ TableNames: ['Notes'] });
  });

  it.each(['DescribeTable', 'DeleteTable', 'DescribeTimeToLive'])(
    '%s refuses a table that is not there, by name',
    async (operation) => {
      await using twin = await serveTables();

      await expect(twin.call(operation, { TableName: 'Other' })).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
        message: 'Requested resource not found: Table: Other not found',
        statusCode: 400,
      });
    },
  );

  it('describe no backups of a table that is not there', async () => {
    await using twin = await serveTables();

    await expect(twin.call('DescribeContinuousBackups', { TableName: 'Other' })).rejects.toMatchObject({
      name: 'TableNotFoundException',
      message: 'Table not found: Other',
    });
  });
});
