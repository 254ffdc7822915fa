import { QueryCommand, ScanCommand, type QueryCommandInput, type ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { serveTables, TableName } from '../serveTables';

type Selection = Pick<QueryCommandInput & ScanCommandInput, 'Select' | 'ProjectionExpression' | 'AttributesToGet'>;

const named = { ProjectionExpression: 'FileId' };
const owners = { KeyConditionExpression: 'UserId = :owner', ExpressionAttributeValues: { ':owner': { S: 'owner' } } };

// The texts of https://github.com/paritysuite/dynamodb-conformance/tree/main/tests/tier1/scan/select.test.ts
describe('Select', () => {
  it.each<[Selection, string]>([
    [
      { Select: 'ALL_ATTRIBUTES', ...named },
      'Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES',
    ],
    [{ Select: 'COUNT', ...named }, 'Cannot specify the ProjectionExpression when choosing to get only the Count'],
    [
      { Select: 'ALL_PROJECTED_ATTRIBUTES', ...named },
      'Cannot specify the ProjectionExpression when choosing to get ALL_PROJECTED_ATTRIBUTES',
    ],
    [
      { Select: 'ALL_PROJECTED_ATTRIBUTES' },
      'ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName',
    ],
    [
      { Select: 'SPECIFIC_ATTRIBUTES' },
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    ],
  ])('does not go with what else is asked for: %o', async (selection, message) => {
    await using twin = await serveTables();
    const refusal = { name: 'ValidationException', message };

    await expect(twin.client.send(new ScanCommand({ TableName, ...selection }))).rejects.toMatchObject(refusal);
    await expect(twin.client.send(new QueryCommand({ TableName, ...owners, ...selection }))).rejects.toMatchObject(
      refusal,
    );
  });

  it('names the older parameter, too', async () => {
    await using twin = await serveTables();
    const scan = new ScanCommand({ TableName, Select: 'COUNT', AttributesToGet: ['FileId'] });

    await expect(twin.client.send(scan)).rejects.toMatchObject({
      message: 'Cannot specify the AttributesToGet when choosing to get only the Count',
    });
  });

  it.each<Selection>([
    { Select: 'SPECIFIC_ATTRIBUTES', ...named },
    { Select: 'SPECIFIC_ATTRIBUTES', AttributesToGet: ['FileId'] },
    { Select: 'ALL_ATTRIBUTES' },
    { Select: 'COUNT' },
    named,
  ])('goes with %o', async (selection) => {
    await using twin = await serveTables();

    await expect(twin.client.send(new ScanCommand({ TableName, ...selection }))).resolves.toMatchObject({ Count: 0 });
  });

  it('takes what an index projects', async () => {
    await using twin = await serveTables();
    const scan = new ScanCommand({ TableName, IndexName: 'FileNameIndex', Select: 'ALL_PROJECTED_ATTRIBUTES' });

    await expect(twin.client.send(scan)).resolves.toMatchObject({ Count: 0 });
  });
});
