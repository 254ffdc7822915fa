import { describe, expect, it } from 'vitest';
import { pendingRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

const input = { fileName: 'photo.png', contentType: 'image/png', size: 1024 };

describe('renewUpload', () => {
  const evaluate = useEvaluateCode('renewUpload');

  it('does nothing for a new upload', async () => {
    const { result } = await evaluate('request', { arguments: { input } });

    expect(result).toEqual({});
  });

  it('prolongs a pending upload only when it is the same promise', async () => {
    const { result } = await evaluate('request', { arguments: { input: { ...input, fileId: 'f1' } } });

    expect(result).toMatchObject({ operation: 'UpdateItem', key: { UserId: { S: owner.sub }, FileId: { S: 'f1' } } });
    expect(JSON.stringify(result)).toContain('attribute_not_exists');
  });

  it('hands the row on', async () => {
    const { result, stash } = await evaluate('response', { arguments: { input }, result: pendingRow() });

    expect(result).toEqual(pendingRow());
    expect(stash).toEqual({ upload: pendingRow() });
  });

  it('says that there is no such upload when the condition fails', async () => {
    const { error } = await evaluate('response', {
      arguments: { input },
      error: { type: 'DynamoDB:ConditionalCheckFailedException', message: 'The conditional request failed' },
    });

    expect(error).toBe('You have no pending upload with this fileId and these properties.');
  });
});
