/** Milliseconds since 1970: the one way the twin reads the time, so that a test can set it. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
