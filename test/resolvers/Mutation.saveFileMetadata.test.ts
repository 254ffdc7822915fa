import { describe, expect, it } from 'vitest';
import { availableRow } from '../support/fileRow';
import { useEvaluateCode } from '../support/useEvaluateCode';

describe('Mutation.saveFileMetadata', () => {
  const evaluate = useEvaluateCode('Mutation.saveFileMetadata');

  it('answers with the whole file', async () => {
    const { result } = await evaluate('response', { prev: { result: availableRow() } });

    expect(result).toMatchObject({ fileId: availableRow().FileId, status: 'AVAILABLE', version: 1, extra: null });
  });
});
