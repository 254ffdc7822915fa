/** Keeps files from being removed while they are read: a removal waits for the last reader. */
export interface Holds {
  /** Holds until the returned function is called. */
  readonly hold: (ids: readonly string[]) => () => Promise<void>;
  /** Removes now, or when nobody holds it any more. */
  readonly remove: (id: string) => Promise<void>;
}

/** Makes a set of holds over a way to remove. */
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
