import { FieldFailure } from '../errors';

/** A time limit, after which work is neither awaited nor begun. */
export interface Deadline {
  readonly race: <Result>(begin: () => Promise<Result>) => Promise<Result>;
  readonly clear: () => void;
}

/**
 * Rejects with AppSync's `ExecutionTimeout` if time, counted from the first `race`, is up. Work that has begun goes on,
 * but no other is begun: of a mutation's fields, the next would run beside the one that took too long.
 */
export const createDeadline = (milliseconds: number): Deadline => {
  let timer: NodeJS.Timeout | undefined;
  let expired: Promise<never> | undefined;
  let isOver = false;
  const start = (): Promise<never> => {
    const promise = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        isOver = true;
        reject(new FieldFailure('Execution timed out.', { type: 'ExecutionTimeout' }));
      }, milliseconds);
    });
    promise.catch(() => undefined);
    return promise;
  };
  return {
    race: (begin) => {
      expired ??= start();
      return isOver ? expired : Promise.race([begin(), expired]);
    },
    clear: () => clearTimeout(timer),
  };
};
