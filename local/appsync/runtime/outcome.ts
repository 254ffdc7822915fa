import { HandlerStopped, ReturnedEarly } from './errors';
import { toJson, toJsonIfAny } from './json';
import type { Locate } from './locate';

/** How a handler ended; `result`, `data` and `info` are JSON. */
export interface Outcome {
  readonly result?: string;
  readonly skipTo?: 'END' | 'NEXT';
  readonly error?: Failure;
}

export interface Failure {
  readonly message: string;
  readonly type?: string;
  readonly data?: string;
  readonly info?: string;
}

/** Runs a handler and captures how it ended; never throws. */
export const outcomeOf = (run: () => string | undefined, locate: Locate): Outcome => {
  try {
    return { result: run() };
  } catch (thrown) {
    if (thrown instanceof ReturnedEarly) return returnedEarly(thrown, locate);
    if (thrown instanceof HandlerStopped) {
      const { reason, type, data, info } = thrown;
      return { error: { message: reason, type, data: toJsonIfAny(data), info: toJsonIfAny(info) } };
    }
    return { error: { message: messageOf(thrown, locate) } };
  }
};

const returnedEarly = ({ value, skipTo }: ReturnedEarly, locate: Locate): Outcome => {
  const outcome = outcomeOf(() => toJson(value), locate);
  return outcome.error ? outcome : { ...outcome, skipTo };
};

/** The message, prefixed with the place in the code if known. */
const messageOf = (thrown: unknown, locate: Locate): string => {
  if (!(thrown instanceof Error)) return 'Code failed.';
  const place = locate(thrown);
  const message = thrown.message.split('bounded$(...)').join('(intermediate value)'); // V8 quotes the inserted call
  return place === '0:0' ? message : `code.js:${place}: ${message}`;
};
