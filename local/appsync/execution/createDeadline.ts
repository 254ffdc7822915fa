import { FieldFailure } from '../errors';

/** A moment after which work is no longer waited for. */
export interface Deadline {
  readonly race: <Result>(work: Promise<Result>) => Promise<Result>;
  readonly clear: () => void;
}

/** Ends what is not done in time with AppSync's `ExecutionTimeout`; the work itself is left to its own end. */
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
