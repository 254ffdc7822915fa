import { createPrefixIndex } from './createPrefixIndex';
import { createSizedCache } from './createSizedCache';
import type { Range, Reader, Storage } from './storage';

/** Reads ranges, and keeps the beginnings of those that were read lately: a list is often asked for again. */
export interface RecentRanges {
  /** Opens a reader. What one call of `next` gives is of one moment; what the next call gives may be of a later one. */
  readonly read: (range: Range) => Reader;
  /** Must be told of every key that was written. */
  readonly forget: (keys: Iterable<string>) => void;
}

type Entry = [key: string, text: string];

interface Beginning {
  readonly entries: readonly Entry[];
  /** Whether the range has no further entries. */
  readonly isWhole: boolean;
  /** What all keys of the range begin with. */
  readonly prefix: string;
}

/** The longest beginning that is kept, and how much of all of them. */
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

  /** Reads from the storage, and keeps the beginning unless somebody wrote meanwhile. */
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

  /** Reads what is kept, and from the storage what comes after. */
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

/** What all keys between the bounds begin with; empty when a bound is missing. */
const prefixOf = ({ gt, gte = '', lt, lte = '' }: Range): string => {
  const lower = gt ?? gte;
  const upper = lt ?? lte;
  let length = 0;
  while (length < lower.length && lower[length] === upper[length]) length += 1;
  return lower.slice(0, length);
};

/** The rest of a range behind an entry of it. */
const after = ({ reverse, ...bounds }: Range, [last]: Entry): Range => {
  const { gt, gte = '', lt, lte } = bounds;
  if (reverse) return { ...(gt === undefined ? { gte } : { gt }), lt: last, reverse };
  if (lt !== undefined) return { gt: last, lt };
  return lte === undefined ? { gt: last } : { gt: last, lte };
};
