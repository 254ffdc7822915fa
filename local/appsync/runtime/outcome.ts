import { HandlerStopped, ReturnedEarly } from './errors';
import { toJsonIfAny } from './json';
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

interface Run {
  readonly locate: Locate;
  readonly serialize: (value: unknown) => string | undefined;
}

/** Runs a handler and captures how it ended; never throws. */
export const outcomeOf = (handle: () => unknown, run: Run): Outcome => {
  try {
    return { result: run.serialize(handle()) };
  } catch (thrown) {
    if (thrown instanceof ReturnedEarly) return returnedEarly(thrown, run);
    if (thrown instanceof HandlerStopped) {
      const { reason, type, data, info } = thrown;
      return { error: { message: reason, type, data: toJsonIfAny(data), info: toJsonIfAny(info) } };
    }
    return { error: { message: messageOf(thrown, run.locate) } };
  }
};

const returnedEarly = ({ value, skipTo }: ReturnedEarly, run: Run): Outcome => {
  const outcome = outcomeOf(() => value, run);
  return outcome.error ? outcome : { ...outcome, skipTo };
};

/** The message, prefixed with the place in the code if known. */
const messageOf = (thrown: unknown, locate: Locate): string => {
  if (!(thrown instanceof Error)) return 'Code failed.';
  const place = locate(thrown);
  const message = thrown.message.split('await.bounded(...)').join('(intermediate value)'); // V8 quotes the inserted call
  return place === '0:0' ? message : `code.js:${place}: ${message}`;
};
