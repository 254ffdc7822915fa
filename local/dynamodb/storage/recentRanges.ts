import { createPrefixIndex } from './createPrefixIndex';
import { createSizedCache } from './createSizedCache';
import type { Entry, Range, Reader, Storage } from './storage';

/** Reads ranges, and caches the first entries of recent ones, because clients often repeat a Query. */
export interface RecentRanges {
  /** Opens a reader. Each call of `next` sees a consistent state; a later call may see a later state. */
  readonly read: (range: Range) => Reader;
  /** Must be called with every key that was written. */
  readonly forget: (keys: Iterable<string>) => void;
}

interface Beginning {
  readonly entries: readonly Entry[];
  /** Whether the range has no further entries. */
  readonly isWhole: boolean;
  /** The common prefix of all keys in the range. */
  readonly prefix: string;
}

/** The limits of one cached beginning, and of all together. */
const most = { entries: 256, characters: 64 * 1024, charactersOfAll: 4 * 1024 * 1024 };

export const createRecentRanges = (storage: Storage): RecentRanges => {
  const names = createPrefixIndex();
  const beginnings = createSizedCache<Beginning>(most.charactersOfAll, (name, { prefix }) =>
    names.remove(prefix, name),
  );
  const state = { writes: 0 };

  const keep = (name: string, beginning: Beginning, characters: number): void => {
    beginnings.set(name, beginning, characters);
    names.add(beginning.prefix, name);
  };

  /** Reads from the storage, and caches the beginning unless anything was written meanwhile. */
  const readAnew = (range: Range, name: string): Reader => {
    const reader = storage.read(range);
    const writesBefore = state.writes;
    const read: Entry[] = [];
    let characters = name.length;
    let isWhole = false;
    const isShort = (): boolean => read.length <= most.entries && characters <= most.characters;
    return {
      next: async (count) => {
        const entries = await reader.next(count);
        isWhole ||= entries.length === 0;
        if (isShort()) read.push(...entries);
        for (const [key, text] of entries) characters += key.length + text.length;
        return entries;
      },
      close: async () => {
        const isKnown = isWhole || read.length > 0;
        if (isKnown && isShort() && state.writes === writesBefore) {
          keep(name, { entries: read, isWhole, prefix: prefixOf(range) }, characters);
        }
        await reader.close();
      },
    };
  };

  /** Reads the cached beginning, then the rest from the storage. */
  const readAgain = (range: Range, { entries, isWhole }: Beginning): Reader => {
    let at = 0;
    let rest: Reader | undefined;
    return {
      next: async (count) => {
        const kept = entries.slice(at, at + count);
        at += kept.length;
        const last = entries.at(-1);
        if (kept.length > 0 || isWhole || last === undefined) return kept;
        rest ??= storage.read(after(range, last));
        return rest.next(count);
      },
      close: async () => rest?.close(),
    };
  };

  const open = (range: Range, count: number): Reader => {
    const name = JSON.stringify(range);
    const known = beginnings.get(name);
    const isEnough = known !== undefined && (known.isWhole || known.entries.length >= count);
    return isEnough ? readAgain(range, known) : readAnew(range, name);
  };

  return {
    read: (range) => {
      let reader: Reader | undefined;
      return {
        next: (count) => (reader ??= open(range, count)).next(count),
        close: async () => reader?.close(),
      };
    },
    forget: (keys) => {
      state.writes += 1;
      for (const key of keys) for (const name of names.around(key)) beginnings.drop(name);
    },
  };
};

/** The common prefix of all keys between the bounds; empty if a bound is missing. */
const prefixOf = ({ gt, gte = '', lt, lte = '' }: Range): string => {
  const lower = gt ?? gte;
  const upper = lt ?? lte;
  let length = 0;
  while (length < lower.length && lower[length] === upper[length]) length += 1;
  return lower.slice(0, length);
};

/** The rest of a range, after one of its entries. */
const after = ({ reverse, ...bounds }: Range, [last]: Entry): Range => {
  const { gt, gte = '', lt, lte } = bounds;
  if (reverse) return { ...(gt === undefined ? { gte } : { gt }), lt: last, reverse };
  if (lt !== undefined) return { gt: last, lt };
  return lte === undefined ? { gt: last } : { gt: last, lte };
};
