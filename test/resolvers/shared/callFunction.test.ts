import { describe, expect, it } from 'vitest';
import { pendingRow } from '../../support/fileRow';
import { useEvaluateCode } from '../../support/useEvaluateCode';

const evaluate = useEvaluateCode('signUpload');
const trace = 'Root=1-61ba9c06-209e70391e309ae9737bd448';

describe('the event of a function', () => {
  const eventWith = async (headers?: Record<string, string>) => {
    const request = headers && { request: { headers } };
    return (await evaluate('request', { stash: { upload: pendingRow() }, ...request })).result;
  };

  it.each([
    ["AppSync's id", { 'x-amzn-requestid': '6d0f1b0c', 'x-amzn-trace-id': trace }, '6d0f1b0c'],
    ['the id of the trace, where there is no other', { 'x-amzn-trace-id': trace }, trace],
  ])('names %s', async (_, headers, apiRequestId) => {
    expect(await eventWith(headers)).toMatchObject({ operation: 'Invoke', payload: { apiRequestId } });
  });

  it('names nothing where there is no request, as in EvaluateCode', async () => {
    expect(await eventWith()).not.toHaveProperty('payload.apiRequestId');
  });
});
