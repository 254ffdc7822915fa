/** Whether a value is a promise. */
export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** Waits for all, then rejects with the first failure in order, if any, so that no work outlives the response. */
export const settleAll = async (waiting: readonly Promise<unknown>[]): Promise<void> => {
  for (const outcome of await Promise.allSettled(waiting)) if (outcome.status === 'rejected') throw outcome.reason;
};
