/** Retries interrupted uploads with growing delays, and at once when the network is back. */
export interface Recovery {
  readonly later: (id: string) => void;
  /** Whether there have been too few attempts yet to report a problem. */
  readonly isPatient: (id: string) => boolean;
  /** Resets an upload to the shortest delay, since something got through. */
  readonly relax: (id: string) => void;
  readonly forget: (id: string) => void;
  readonly close: () => void;
}

const delays = [1_000, 2_000, 5_000, 10_000, 30_000];

export const createRecovery = (run: (id: string) => void): Recovery => {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const attempts = new Map<string, number>();
  const go = (id: string): void => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    run(id);
  };
  const goAll = (): void => [...timers.keys()].forEach(go);
  window.addEventListener('online', goAll);
  const stop = (id: string): void => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };
  return {
    later: (id) => {
      const attempt = attempts.get(id) ?? 0;
      attempts.set(id, attempt + 1);
      stop(id);
      timers.set(
        id,
        setTimeout(() => go(id), delays[Math.min(attempt, delays.length - 1)]),
      );
    },
    isPatient: (id) => (attempts.get(id) ?? 0) < delays.length,
    relax: (id) => attempts.delete(id),
    forget: (id) => {
      stop(id);
      attempts.delete(id);
    },
    close: () => {
      window.removeEventListener('online', goAll);
      timers.forEach((timer) => clearTimeout(timer));
    },
  };
};
