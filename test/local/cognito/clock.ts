import type { Clock } from '../../../local/clock';

export interface TestClock {
  readonly now: Clock;
  readonly forward: (by: { readonly hours?: number; readonly minutes?: number; readonly seconds?: number }) => void;
}

/** A clock that moves only when a test moves it. It starts at real time, as clients compare it with their own. */
export const createClock = (): TestClock => {
  const state = { time: Date.now() };
  return {
    now: () => state.time,
    forward: ({ hours = 0, minutes = 0, seconds = 0 }) => {
      state.time += ((hours * 60 + minutes) * 60 + seconds) * 1000;
    },
  };
};
