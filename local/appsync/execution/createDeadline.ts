import { FieldFailure } from '../errors';

/** A time limit, after which work is no longer awaited. */
export interface Deadline {
  readonly race: <Result>(work: Promise<Result>) => Promise<Result>;
  readonly clear: () => void;
}

/** Rejects with AppSync's `ExecutionTimeout` if time, counted from the first `race`, is up; the work itself goes on. */
export const createDeadline = (milliseconds: number): Deadline => {
  let timer: NodeJS.Timeout | undefined;
  let expired: Promise<never> | undefined;
  const start = (): Promise<never> => {
    const promise = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new FieldFailure('Execution timed out.', { type: 'ExecutionTimeout' })),
        milliseconds,
      );
    });
    promise.catch(() => undefined);
    return promise;
  };
  return {
    race: (work) => Promise.race([work, (expired ??= start())]),
    clear: () => clearTimeout(timer),
  };
};
