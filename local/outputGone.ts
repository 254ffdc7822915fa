import { stdout } from 'node:process';

/**
 * Resolves when nobody reads this process's output any more, as when `npm run dev` was killed: the next write fails, which
 * would otherwise end the process with an uncaught exception.
 */
export const outputGone = (): Promise<void> =>
  new Promise((resolve) => {
    stdout.on('error', () => resolve());
  });
