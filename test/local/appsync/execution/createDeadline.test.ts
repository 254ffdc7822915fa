import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDeadline } from '../../../../local/appsync/execution/createDeadline';

describe('a deadline', () => {
  afterEach(() => void vi.useRealTimers());

  it('ends work that is not done in time, in AppSync’s words', async () => {
    vi.useFakeTimers();
    const { race } = createDeadline(30_000);
    const outcome = race(() => new Promise(() => undefined)).catch((error: unknown) => error);

    await vi.advanceTimersByTimeAsync(30_000);

    expect(await outcome).toMatchObject({ errorType: 'ExecutionTimeout', message: 'Execution timed out.' });
  });

  it('holds for the request as a whole, not for each piece of work', async () => {
    vi.useFakeTimers();
    const { race } = createDeadline(30_000);
    void race(() => Promise.resolve());
    await vi.advanceTimersByTimeAsync(29_999);
    const outcome = race(() => new Promise(() => undefined)).catch((error: unknown) => error);

    await vi.advanceTimersByTimeAsync(1);

    expect(await outcome).toMatchObject({ errorType: 'ExecutionTimeout' });
  });

  it('lets no work begin once time is up: the fields of a mutation would run beside the one that took too long', async () => {
    vi.useFakeTimers();
    const { race } = createDeadline(30_000);
    const begun: string[] = [];
    const begin = (name: string) => () => {
      begun.push(name);
      return new Promise(() => undefined);
    };
    const first = race(begin('first')).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(30_000);
    await first;

    const second = race(begin('second')).catch((error: unknown) => error);

    expect(await second).toMatchObject({ errorType: 'ExecutionTimeout' });
    expect(begun).toEqual(['first']);
  });

  it('leaves no timer behind once it is cleared', async () => {
    vi.useFakeTimers();
    const { race, clear } = createDeadline(30_000);

    expect(await race(() => Promise.resolve('done'))).toBe('done');
    clear();

    expect(vi.getTimerCount()).toBe(0);
  });
});
