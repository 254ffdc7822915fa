import { isObject } from './values';

/** Says where in the code that was sent the call now under way was made: `13:5`; or where an error came up. */
export type Locate = (error?: Error) => string;

/** Reads places from stack traces; `positions` moves those that V8 puts inside a call to where the call begins. */
export const createLocator = (positions: unknown): Locate => {
  // V8 keeps ten frames of a stack: too few to get out of what nests deep in the library.
  Error.stackTraceLimit = 1_000;
  return (error = new Error('here')) => {
    const [, place = '0:0'] = /code\.js:(\d+:\d+)/.exec(String(error.stack)) ?? [];
    const moved = isObject(positions) ? positions[place] : undefined;
    return typeof moved === 'string' ? moved : place;
  };
};
