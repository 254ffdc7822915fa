import { describe, expect, it } from 'vitest';
import { availableRow, pendingRow, trashedRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

describe('loadFile', () => {
  const evaluate = useEvaluateCode('loadFile');

  it('reads the row of the owner, consistently', async () => {
    const { result } = await evaluate('request', { arguments: { fileId: 'f1' } });

    expect(result).toEqual({
      operation: 'GetItem',
      key: { UserId: { S: owner.sub }, FileId: { S: 'f1' } },
      consistentRead: true,
    });
  });

  it.each([availableRow(), trashedRow(), availableRow({ Status: 'REJECTED' })])(
    'gives a row that was saved once',
    async (row) => {
      const { result, stash } = await evaluate('response', { result: row });

      expect(result).toEqual(row);
      expect(stash).toEqual({ file: row });
    },
  );

  it.each([null, pendingRow()])('says of anything else that it is not there', async (row) => {
    const { error } = await evaluate('response', { result: row });

    expect(error).toBe('You have no such file.');
  });
});
