import { CommandFailed } from '../errors';

/** A step of the demo failed; the message says which one, and why. */
export class StepFailed extends CommandFailed {
  override readonly name = 'StepFailed';
  constructor(title: string, cause: unknown) {
    super(`Failed at "${title}": ${reason(cause)}`, { cause });
  }
}

export interface Outcome<Result> {
  readonly result: Result;
  /** The result in a few words. */
  readonly shown: string;
}

export type Step = <Result>(title: string, work: () => Promise<Outcome<Result>>) => Promise<Result>;

/** Runs steps one by one and reports the result and duration of each. */
export const createSteps = (say: (line: string) => void, now: () => number): Step => {
  const count = { value: 0 };
  return async (title, work) => {
    count.value += 1;
    const started = now();
    try {
      const { result, shown } = await work();
      const milliseconds = `${Math.round(now() - started)} ms`;
      say(`${String(count.value).padStart(3)}  ${title.padEnd(22)} ${milliseconds.padStart(8)}  ${shown}`);
      return result;
    } catch (error) {
      throw new StepFailed(title, error);
    }
  };
};

/** Amplify rejects with a plain `{ data, errors }` object when the API responds with errors. */
const reason = (error: unknown): string => {
  // `fetch` rejects with a TypeError whose cause says why.
  if (error instanceof TypeError && error.cause instanceof Error) return `${error.message}: ${error.cause.message}`;
  if (error instanceof Error) return error.message;
  if (typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors)) {
    return error.errors.map(({ errorType, message }) => `${errorType ?? 'Error'}: ${message}`).join('; ');
  }
  return String(error);
};
