/** Runs a job for each item, at most `atOnce` concurrently. Jobs handle their own failures: none of them rejects. */
export const forEachAtOnce = async <Item>(
  items: Iterable<Item>,
  atOnce: number,
  job: (item: Item) => Promise<void>,
): Promise<void> => {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await job(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};
