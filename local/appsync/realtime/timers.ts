/** The waiting of the real-time endpoint, so that a test can set it. Each call gives what ends the wait. */
export interface Timers {
  readonly after: (milliseconds: number, work: () => void) => () => void;
  readonly every: (milliseconds: number, work: () => void) => () => void;
}

/** The longest that a timer of Node's waits; beyond it they fire at once. */
const longest = 2 ** 31 - 1;

/** Timers that keep no process alive. */
export const systemTimers: Timers = {
  after: (milliseconds, work) => {
    const timer = setTimeout(work, Math.min(milliseconds, longest)).unref();
    return () => clearTimeout(timer);
  },
  every: (milliseconds, work) => {
    const timer = setInterval(work, milliseconds).unref();
    return () => clearInterval(timer);
  },
};
