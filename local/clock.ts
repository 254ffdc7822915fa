/** Milliseconds since 1970. The twin reads the time only through this, so a test can set it. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** How far a clock is ahead of the machine's, in milliseconds. */
export const aheadOf = (clock: Clock): number => clock() - systemClock();
