import { describe, expect, it } from 'vitest';
import { availableRow, pendingRow } from '../../support/fileRow';
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

  it('gives an AVAILABLE row', async () => {
    const { result } = await evaluate('response', { result: availableRow() });

    expect(result).toEqual(availableRow());
  });

  it.each([null, pendingRow(), availableRow({ Status: 'TRASHED' }), availableRow({ Status: 'REJECTED' })])(
    'says of anything else that it is not there',
    async (row) => {
      const { error } = await evaluate('response', { result: row });

      expect(error).toBe('You have no such file.');
    },
  );
});
