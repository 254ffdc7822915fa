import { describe, expect, it } from 'vitest';
import { pendingRow } from '../../support/fileRow';
import { owner, useEvaluateCode } from '../../support/useEvaluateCode';

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

  it('is for the caller, whoever’s key the row has', async () => {
    const upload = pendingRow({ UserId: 'stranger', S3Key: 'uploads/stranger/1' });

    const { result } = await evaluate('request', { stash: { upload }, arguments: { owner: 'stranger' } });

    expect(result).toMatchObject({ payload: { key: 'uploads/stranger/1', owner: owner.sub } });
  });

  it('is never made for somebody without a `sub`', async () => {
    const { result, error } = await evaluate('request', { stash: { upload: pendingRow() }, identity: null });

    expect({ result, error }).toEqual({ result: undefined, error: 'Unauthorized' });
  });

  it('names no request where there is none, as in EvaluateCode', async () => {
    expect(await eventWith()).not.toHaveProperty('payload.apiRequestId');
  });
});
