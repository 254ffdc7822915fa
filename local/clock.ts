/** Milliseconds since 1970: the one way the twin reads the time, so that a test can set it. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** How many milliseconds a clock is ahead of the machine's. */
export const aheadOf = (clock: Clock): number => clock() - systemClock();
