import { describe, expect, it } from 'vitest';
import { Refused } from '../../../schema/requests/errors';
import { ConnectionFailed } from '../../../tools/upload/errors';
import { createRetry } from '../../../tools/upload/retry';

const never = new AbortController().signal;

/** Fails with the errors, one after another, then answers with how often it was asked. */
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

  it.each([new ConnectionFailed('The API does not answer'), new Refused('BUSY', 'send the request again')])(
    'asks again after %s',
    async (error) => {
      expect(await retry(failing(error, error), never)).toBe(3);
    },
  );

  it('takes every other no for an answer', async () => {
    const work = failing(new Refused('QUOTA_EXCEEDED', 'nothing is left'));

    await expect(retry(work, never)).rejects.toThrow('nothing is left');
  });

  it('gives up in the end', async () => {
    const errors = Array.from({ length: 20 }, () => new ConnectionFailed('The API does not answer'));

    await expect(retry(failing(...errors), never)).rejects.toThrow('The API does not answer');
  });
});
