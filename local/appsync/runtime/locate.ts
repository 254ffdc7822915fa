import { isObject } from './values';

/** Says where in the code that was sent the call now under way was made: `13:5`; or where an error came up. */
export type Locate = (error?: Error) => string;

/**
 * Reads places from stack traces. `positions` tells what was put into the lines of the code that was sent, and moves the
 * places that V8 puts inside a call to where the call begins.
 */
export const createLocator = (positions: unknown): Locate => {
  const { calls, shifts } = isObject(positions) ? positions : {};
  // V8 keeps ten frames of a stack: too few to get out of what nests deep in the library.
  Error.stackTraceLimit = 1_000;
  return (error = new Error('here')) => {
    const [, line = '0', column = '0'] = /code\.js:(\d+):(\d+)/.exec(String(error.stack)) ?? [];
    const place = `${line}:${unshifted(Number(column), isObject(shifts) ? shifts[line] : undefined)}`;
    const moved = isObject(calls) ? calls[place] : undefined;
    return typeof moved === 'string' ? moved : place;
  };
};

/** The column that a column had before text went into its line; in such text, where it went in. */
const unshifted = (column: number, shifts: unknown): number => {
  let before = 0;
  for (const shift of Array.isArray(shifts) ? shifts : []) {
    const [start, length] = Array.isArray(shift) ? shift.map(Number) : [];
    if (start === undefined || length === undefined || start > column) break;
    before += Math.min(length, column - start);
  }
  return column - before;
};
