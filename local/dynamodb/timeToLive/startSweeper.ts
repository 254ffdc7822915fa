const periodMilliseconds = 1_000;

export interface Sweeper {
  /** Sweeps now, or right after a sweep that is in progress. */
  readonly sweep: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Sweeps every second, one sweep at a time, where DynamoDB may take a few days to remove an expired row. */
export const startSweeper = (sweepOnce: () => Promise<number>, log: (line: string) => void): Sweeper => {
  let last: Promise<unknown> = Promise.resolve();
  let isBusy = false;

  const sweep = (): Promise<number> => {
    const next = last.then(sweepOnce);
    last = next.catch(() => undefined);
    return next;
  };

  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    void sweep()
      .catch((error: unknown) => log(`DynamoDB: the sweep of ended rows failed: ${String(error)}`))
      .finally(() => (isBusy = false));
  }, periodMilliseconds);
  timer.unref();

  return {
    sweep,
    close: async () => {
      clearInterval(timer);
      await last;
    },
  };
};
