import { test } from 'vitest';
import { startPool, type RunningPool } from './startPool';

/** `it` with one pool for all tests of a file, for requests that are refused and so leave no state behind. */
export const itIsRefused = test.extend<{ readonly sharedPool: RunningPool }>({
  sharedPool: [
    // eslint-disable-next-line no-empty-pattern -- vitest wants a pattern to see which fixtures this one needs
    async ({}, use) => {
      await using pool = await startPool();
      await use(pool);
    },
    { scope: 'file' },
  ],
});
