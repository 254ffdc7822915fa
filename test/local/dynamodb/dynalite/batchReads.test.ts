import { describe, expect, it } from 'vitest';
import { isJsonObject } from '../../../../local/json';
import { key, serveTables, TableName } from '../serveTables';

describe('BatchGetItem', () => {
  it('reads up to 16 MB, and repeats the projection of what is left', async () => {
    await using twin = await serveTables();
    const Note = { S: 'x'.repeat(399 * 1024) };
    const Keys = Array.from({ length: 45 }, (_, index) => key('owner', String(index)));
    await Promise.all(Keys.map((row) => twin.call('PutItem', { TableName, Item: { ...row, Note } })));
    const request = { ProjectionExpression: '#note', ExpressionAttributeNames: { '#note': 'Note' } };

    const { Responses, UnprocessedKeys } = await twin.call('BatchGetItem', {
      RequestItems: { [TableName]: { Keys, ...request } },
    });

    const read = isJsonObject(Responses) && Array.isArray(Responses[TableName]) ? Responses[TableName] : [];
    expect(read).toHaveLength(41);
    expect(UnprocessedKeys).toEqual({ [TableName]: { ...request, Keys: expect.any(Array) } });
  });
});
