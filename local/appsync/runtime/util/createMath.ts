import type { Session } from '../invocation';

/** `util.math`: https://docs.aws.amazon.com/appsync/latest/devguide/math-helpers-in-util-math-js.html */
export const createMath = (session: Session) => ({
  maxVal: (one: unknown, other: unknown): number => Math.max(Number(one), Number(other)),
  minVal: (one: unknown, other: unknown): number => Math.min(Number(one), Number(other)),
  randomDouble: (): number => session.current.random.fraction(),
  /** From `start` to `end`, both inclusive. */
  randomWithinRange: (start: unknown, end: unknown): number =>
    Math.floor(Number(start) + session.current.random.fraction() * (Number(end) - Number(start) + 1)),
  roundNum: (value: unknown): number => Math.round(Number(value)),
});
