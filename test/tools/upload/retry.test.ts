import { describe, expect, it } from 'vitest';
import { Refused } from '../../../schema/requests/errors';
import { ConnectionFailed } from '../../../tools/upload/errors';
import { createRetry } from '../../../tools/upload/retry';

const never = new AbortController().signal;

/** Fails with the errors one after another, then resolves with the number of calls. */
const failing = (...errors: readonly Error[]) => {
  const asked = { times: 0 };
  return async (): Promise<number> => {
    asked.times += 1;
    const error = errors[asked.times - 1];
    if (error) throw error;
    return asked.times;
  };
};

describe('retry', () => {
  const retry = createRetry(() => 0); // no waits

  it.each([
    new ConnectionFailed('The API does not answer'),
    new Refused('BUSY', 'send the request again'),
    new Refused('Lambda:Unhandled', 'Task timed out after 10.00 seconds'),
    new Refused('DynamoDB:ThrottlingException', 'Rate exceeded'),
  ])('asks again after %s', async (error) => {
    expect(await retry(failing(error, error), never)).toBe(3);
  });

  it.each(['QUOTA_EXCEEDED', 'UnauthorizedException'])('takes %s for an answer', async (errorType) => {
    const work = failing(new Refused(errorType, 'No.'));

    await expect(retry(work, never)).rejects.toThrow('No.');
  });

  it('gives up in the end', async () => {
    const errors = Array.from({ length: 20 }, () => new ConnectionFailed('The API does not answer'));

    await expect(retry(failing(...errors), never)).rejects.toThrow('The API does not answer');
  });
});
