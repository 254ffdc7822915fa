/**
 * Resolves when nobody reads this process's output any more, as after `npm run dev | head`: the next write fails, which
 * would otherwise end the process with an uncaught exception.
 */
export const outputGone = (): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.on('error', () => resolve());
  });
