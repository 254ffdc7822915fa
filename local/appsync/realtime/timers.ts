/** The timers of the real-time endpoint, which a test can replace. Each call returns a function that cancels. */
export interface Timers {
  readonly after: (milliseconds: number, work: () => void) => () => void;
  readonly every: (milliseconds: number, work: () => void) => () => void;
}

/** The longest delay of Node's timers; a longer one fires at once. */
const longest = 2 ** 31 - 1;

/** Timers that do not keep the process alive. */
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
