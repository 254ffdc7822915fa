import { setTimeout } from 'node:timers/promises';

/** Waits from half to one and a half times as long: calls that failed together must not be repeated together. */
export const waitAbout = (milliseconds: number): Promise<void> => setTimeout(milliseconds * (0.5 + Math.random()));
