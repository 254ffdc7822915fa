import { describe, expect, it } from 'vitest';
import { useEvaluateCode } from '../support/useEvaluateCode';

describe.each([
  'Mutation.deleteFiles',
  'Mutation.getUploadPartUrls',
  'Mutation.getUploadUrl',
  'Query.getDownloadUrl',
  'Query.getUploadProgress',
])('%s', (name) => {
  const evaluate = useEvaluateCode(name);

  it('needs nothing before its first step and answers with what the last one gave', async () => {
    const request = await evaluate('request', {});
    const response = await evaluate('response', { prev: { result: { a: 1 } } });

    expect(request.result).toEqual({});
    expect(response.result).toEqual({ a: 1 });
  });
});
