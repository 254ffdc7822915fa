import { isObject } from './values';

/** The place in the submitted code, `13:5`, of the current call into the library, or of an error. */
export type Locate = (error?: Error) => string;

/**
 * Reads places from stack traces. `positions` lists what the compiler inserted into each line, and maps the position
 * that V8 reports for a call to where the call begins.
 */
export const createLocator = (positions: unknown): Locate => {
  const { calls, shifts } = isObject(positions) ? positions : {};
  // V8's default of ten frames may not reach past deeply nested library calls.
  Error.stackTraceLimit = 1_000;
  return (error = new Error('here')) => {
    const [, line = '0', column = '0'] = /code\.js:(\d+):(\d+)/.exec(String(error.stack)) ?? [];
    const place = `${line}:${unshifted(Number(column), isObject(shifts) ? shifts[line] : undefined)}`;
    const moved = isObject(calls) ? calls[place] : undefined;
    return typeof moved === 'string' ? moved : place;
  };
};

/** A column as it was before text was inserted into its line; inside inserted text, the point of insertion. */
const unshifted = (column: number, shifts: unknown): number => {
  let before = 0;
  for (const shift of Array.isArray(shifts) ? shifts : []) {
    const [start, length] = Array.isArray(shift) ? shift.map(Number) : [];
    if (start === undefined || length === undefined || start > column) break;
    before += Math.min(length, column - start);
  }
  return column - before;
};
