import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { serveTables, TableName } from '../serveTables';

it.each([0, 1])('refuses to scan segment %i of nobody knows how many', async (Segment) => {
  await using twin = await serveTables();

  await expect(twin.client.send(new ScanCommand({ TableName, Segment }))).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      'The TotalSegments parameter is required but was not present in the request when Segment parameter is present',
  });
});
