/** Wakes everyone who waits for something new. */
export interface Bell {
  readonly ring: () => void;
  /** How often it has rung. */
  readonly count: () => number;
  /** Resolves once it has rung more often than `count`, or when the signal aborts. */
  readonly wait: (count: number, signal: AbortSignal) => Promise<void>;
}

export const createBell = (): Bell => {
  const waiting = new Set<() => void>();
  let rung = 0;
  return {
    ring: () => {
      rung += 1;
      waiting.forEach((wake) => wake());
    },
    count: () => rung,
    wait: (count, signal) =>
      new Promise((resolve) => {
        if (rung > count || signal.aborted) return resolve();
        const wake = (): void => {
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        waiting.add(wake);
        signal.addEventListener('abort', wake);
      }),
  };
};
