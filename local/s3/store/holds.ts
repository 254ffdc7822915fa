/** Defers the removal of files while they are read: the last reader triggers it. */
export interface Holds {
  /** Holds the ids until the returned function is called. */
  readonly hold: (ids: readonly string[]) => () => Promise<void>;
  /** Removes now, or once the last hold is released; then it resolves before the removal. */
  readonly remove: (id: string) => Promise<void>;
}

/** Creates holds around a function that removes immediately. */
export const createHolds = (removeNow: (id: string) => Promise<void>): Holds => {
  const readers = new Map<string, number>();
  const doomed = new Set<string>();

  const release = async (id: string): Promise<void> => {
    const left = (readers.get(id) ?? 0) - 1;
    if (left > 0) return void readers.set(id, left);
    readers.delete(id);
    if (doomed.delete(id)) await removeNow(id);
  };

  return {
    hold: (ids) => {
      for (const id of ids) readers.set(id, (readers.get(id) ?? 0) + 1);
      return async () => {
        for (const id of ids) await release(id);
      };
    },
    remove: async (id) => {
      if (readers.has(id)) doomed.add(id);
      else await removeNow(id);
    },
  };
};
