import { describe, expect, it } from 'vitest';
import { availableRow, trashedRow } from '../../support/fileRow';
import { useEvaluateCode } from '../../support/useEvaluateCode';

describe('changeFile', () => {
  const evaluate = useEvaluateCode('changeFile');
  const change = (input: object, row = availableRow()) =>
    evaluate('request', { arguments: { input: { fileId: row.FileId, version: 1, ...input } }, prev: { result: row } });

  it('gives the row its new name, its sort key and the next version, if it is as it was read', async () => {
    const { result } = await change({ fileName: 'ÄRGER.png' });

    expect(result).toMatchObject({
      operation: 'PutItem',
      attributeValues: {
        FileName: { S: 'ÄRGER.png' },
        NameKey: { S: 'A#ärger.png' },
        UploadedKey: { S: availableRow().UploadedKey },
        Extra: { S: 'null' },
        Version: { N: 2 },
        VersionId: { S: 'v1' },
      },
      condition: { expressionValues: { ':readVersion': { N: 1 }, ':readStatus': { S: 'AVAILABLE' } } },
    });
  });

  it('keeps what is left out, and removes extra that is null', async () => {
    const row = availableRow({ Extra: '{"a":1}' });

    const renamed = await change({ fileName: 'new.png' }, row);
    const emptied = await change({ extra: null }, row);

    expect(renamed.result).toMatchObject({ attributeValues: { Extra: { S: '{"a":1}' } } });
    expect(emptied.result).toMatchObject({
      attributeValues: { Extra: { S: 'null' }, FileName: { S: availableRow().FileName } },
    });
  });

  it.each([1, 2])('gives the answer of a change that is made already (version %d of 2)', async (version) => {
    const row = availableRow({ Version: 2, FileName: 'new.png' });

    const { result } = await change({ version, fileName: 'new.png' }, row);

    expect(result).toEqual(row);
  });

  it.each([
    [{ version: 2, fileName: 'new.png' }, availableRow(), 'The file is at version 1, not 2.'],
    [{ version: 1, fileName: 'new.png' }, availableRow({ Version: 2 }), 'The file is at version 2, not 1.'],
    [{ version: 2, fileName: 'new.png' }, trashedRow(), 'The file is TRASHED.'],
    [{ fileName: 'a/b' }, availableRow(), expect.stringMatching(/^A file name/)],
    [{ extra: [] }, availableRow(), 'extra must be a JSON object.'],
  ])('refuses %j', async (input, row, message) => {
    const { error } = await change(input, row);

    expect(error).toEqual(message);
  });

  it('refuses with BUSY while a transaction is writing the row', async () => {
    const { error } = await evaluate('response', {
      error: { type: 'DynamoDB:TransactionConflictException', message: 'Transaction is ongoing for the item' },
    });

    expect(error).toBe('The file was being changed: send the request again.');
  });

  it('says that another change was faster', async () => {
    const { error } = await evaluate('response', {
      error: { type: 'DynamoDB:ConditionalCheckFailedException', message: 'The conditional request failed' },
    });

    expect(error).toBe('The file has been changed in the meantime.');
  });
});
