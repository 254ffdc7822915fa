/** Holds values up to a total size in characters; evicts the oldest first (FIFO). */
export interface SizedCache<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value, characters: number) => void;
  readonly drop: (key: string) => void;
}

/** `onLeave` is called for each value that is evicted, dropped or replaced. */
export const createSizedCache = <Value>(
  maxCharacters: number,
  onLeave: (key: string, value: Value) => void = () => undefined,
): SizedCache<Value> => {
  const entries = new Map<string, { readonly value: Value; readonly characters: number }>();
  const state = { characters: 0 };

  const drop = (key: string): void => {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entries.delete(key);
    state.characters -= entry.characters;
    onLeave(key, entry.value);
  };

  return {
    get: (key) => entries.get(key)?.value,
    set: (key, value, characters) => {
      drop(key);
      entries.set(key, { value, characters });
      state.characters += characters;
      for (const oldest of entries.keys()) {
        if (state.characters <= maxCharacters) break;
        drop(oldest);
      }
    },
    drop,
  };
};
