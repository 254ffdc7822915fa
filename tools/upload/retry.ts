import { setTimeout } from 'node:timers/promises';
import { isPassing } from '../../schema/requests/isPassing';
import { ConnectionFailed } from './errors';

export type Retry = <Result>(work: () => Promise<Result>, signal: AbortSignal) => Promise<Result>;

const attempts = 7;
const firstWaitMilliseconds = 250;
const longestWaitMilliseconds = 8000;

/**
 * Retries after lost connections and transient errors, with exponential back-off and full jitter, so that clients that
 * failed together do not come back together.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export const createRetry =
  (random: () => number): Retry =>
  async (work, signal) => {
    for (let attempt = 1; ; attempt += 1) {
      signal.throwIfAborted();
      try {
        return await work();
      } catch (error) {
        if (!mayPassLater(error) || attempt === attempts) throw error;
        const longest = Math.min(longestWaitMilliseconds, firstWaitMilliseconds * 2 ** (attempt - 1));
        await setTimeout(longest * random(), undefined, { signal });
      }
    }
  };

const mayPassLater = (error: unknown): boolean => error instanceof ConnectionFailed || isPassing(error);
