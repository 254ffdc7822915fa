import type { Timers } from '../../../../local/appsync/realtime/timers';

/** Fake timers, advanced by the test; `now` is their clock. */
export const createTimers = (start: number) => {
  let now = start;
  const waiting = new Set<{ at: number; readonly work: () => void; readonly again: number | undefined }>();
  const wait = (milliseconds: number, work: () => void, again?: number) => {
    const entry = { at: now + milliseconds, work, again };
    waiting.add(entry);
    return () => void waiting.delete(entry);
  };
  const timers: Timers = {
    after: (milliseconds, work) => wait(milliseconds, work),
    every: (milliseconds, work) => wait(milliseconds, work, milliseconds),
  };
  return {
    timers,
    clock: () => now,
    count: () => waiting.size,
    pass: (milliseconds: number): void => {
      const end = now + milliseconds;
      for (;;) {
        const [due] = [...waiting].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (!due) break;
        now = due.at;
        if (due.again === undefined) waiting.delete(due);
        else due.at += due.again;
        due.work();
      }
      now = end;
    },
  };
};
