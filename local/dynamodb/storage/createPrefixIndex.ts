/** Indexes names of key ranges by common prefix, to find the ranges that may contain a key. */
export interface PrefixIndex {
  readonly add: (prefix: string, name: string) => void;
  readonly remove: (prefix: string, name: string) => void;
  /** The names added under any prefix of a key. */
  readonly around: (key: string) => readonly string[];
}

export const createPrefixIndex = (): PrefixIndex => {
  const byLength = new Map<number, Map<string, Set<string>>>();
  return {
    add: (prefix, name) => {
      const prefixes = byLength.get(prefix.length) ?? new Map<string, Set<string>>();
      byLength.set(prefix.length, prefixes.set(prefix, (prefixes.get(prefix) ?? new Set()).add(name)));
    },
    remove: (prefix, name) => {
      const prefixes = byLength.get(prefix.length);
      const names = prefixes?.get(prefix);
      names?.delete(name);
      if (names?.size === 0) prefixes?.delete(prefix);
      if (prefixes?.size === 0) byLength.delete(prefix.length);
    },
    around: (key) => [...byLength].flatMap(([length, prefixes]) => [...(prefixes.get(key.slice(0, length)) ?? [])]),
  };
};
