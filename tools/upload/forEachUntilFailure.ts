/**
 * Does the work for every item, `count` at a time. The first failure aborts the others; once they have ended, the
 * promise rejects with it.
 */
export const forEachUntilFailure = async <Item>(
  items: Iterable<Item>,
  count: number,
  outer: AbortSignal,
  work: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> => {
  const failing = new AbortController();
  const signal = AbortSignal.any([outer, failing.signal]);
  const rest = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    try {
      for (let next = rest.next(); next.done !== true; next = rest.next()) {
        signal.throwIfAborted();
        await work(next.value, signal);
      }
    } catch (error) {
      failing.abort(error);
    }
  };
  await Promise.all(Array.from({ length: count }, worker));
  failing.signal.throwIfAborted();
};
