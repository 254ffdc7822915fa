import { describe, expect, it } from 'vitest';
import { availableRow, pendingRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

describe('commitFile', () => {
  const evaluate = useEvaluateCode('commitFile');

  it('makes the row AVAILABLE with all sort keys, on condition that it was PENDING or says the same', async () => {
    const stash = { upload: pendingRow(), metadata: { FileName: 'ÄRGER.png', Extra: '{"a":1}' } };

    const { result } = await evaluate('request', { stash, prev: { result: 'v7' } });

    expect(result).toMatchObject({
      operation: 'UpdateItem',
      key: { UserId: { S: owner.sub }, FileId: { S: pendingRow().FileId } },
      update: {
        expressionValues: {
          ':available': { S: 'AVAILABLE' },
          ':versionId': { S: 'v7' },
          ':fileNameKey': { S: 'ärger.png' },
          ':extra': { S: '{"a":1}' },
          ':fileTypeKey': { S: expect.stringMatching(/^image\/png#\d{4}-/) },
        },
      },
      condition: { expressionValues: { ':wasPending': { S: 'PENDING' }, ':sameVersionId': { S: 'v7' } } },
    });
  });

  it('gives the row', async () => {
    const { result } = await evaluate('response', { result: availableRow() });

    expect(result).toEqual(availableRow());
  });

  it('names a lost race', async () => {
    const { error } = await evaluate('response', {
      error: { type: 'DynamoDB:ConditionalCheckFailedException', message: 'The conditional request failed' },
    });

    expect(error).toBe('The upload was saved or ended meanwhile.');
  });
});
