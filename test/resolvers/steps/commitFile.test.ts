import { describe, expect, it } from 'vitest';
import { availableRow, pendingRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

describe('commitFile', () => {
  const evaluate = useEvaluateCode('commitFile');

  it('makes the row AVAILABLE with all sort keys, on condition that it is PENDING', async () => {
    const stash = { upload: pendingRow(), metadata: { FileName: 'ÄRGER.png', Extra: '{"a":1}' } };

    const { result } = await evaluate('request', { stash, prev: { result: 'v7' } });

    expect(result).toMatchObject({
      operation: 'UpdateItem',
      key: { UserId: { S: owner.sub }, FileId: { S: pendingRow().FileId } },
      update: {
        expressionValues: {
          ':available': { S: 'AVAILABLE' },
          ':versionId': { S: 'v7' },
          ':nameKey': { S: 'A#ärger.png' },
          ':sizeKey': { S: 'A#0000000000001024' },
          ':extra': { S: '{"a":1}' },
          ':typeKey': { S: expect.stringMatching(/^A#image\/png#\d{4}-/) },
        },
      },
      condition: { expressionValues: { ':pending': { S: 'PENDING' } } },
    });
  });

  it('gives the row', async () => {
    const { result } = await evaluate('response', { result: availableRow() });

    expect(result).toEqual(availableRow());
  });

  it('returns null when another call was faster', async () => {
    const { result, error } = await evaluate('response', {
      error: { type: 'DynamoDB:ConditionalCheckFailedException', message: 'The conditional request failed' },
    });

    expect([result, error]).toEqual([null, undefined]);
  });
});

describe('confirmFile', () => {
  const evaluate = useEvaluateCode('confirmFile');
  const stash = { upload: pendingRow(), metadata: { FileName: 'Ferien – Büsum.png', Extra: 'null' }, versionId: 'v1' };

  it('does nothing when the row was written', async () => {
    const { result } = await evaluate('request', { stash, prev: { result: availableRow() } });

    expect(result).toEqual(availableRow());
  });

  it('reads what another call saved', async () => {
    const { result } = await evaluate('request', { stash, prev: { result: null } });

    expect(result).toMatchObject({ operation: 'GetItem', consistentRead: true });
  });

  it('takes the same metadata for the same answer', async () => {
    const { result } = await evaluate('response', { stash, result: availableRow() });

    expect(result).toEqual(availableRow());
  });

  it.each([
    null,
    availableRow({ FileName: 'other.png' }),
    availableRow({ VersionId: 'v2' }),
    availableRow({ Extra: '{}' }),
  ])('says that the upload was saved or ended meanwhile', async (row) => {
    const { error } = await evaluate('response', { stash, result: row });

    expect(error).toBe('The upload was saved or ended in the meantime.');
  });
});
