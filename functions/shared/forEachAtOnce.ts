/**
 * Runs a job for each item, at most `atOnce` concurrently. A failure stops only the worker it occurs in; once all
 * workers have ended, rejects with one of the failures.
 */
export const forEachAtOnce = async <Item>(
  items: Iterable<Item>,
  atOnce: number,
  job: (item: Item) => Promise<void>,
): Promise<void> => {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await job(item);
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  const failure = ended.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
};
