/** A sorted map of strings that holds rows, indexes and the twin's own records, on disk or in memory. */
export interface Storage {
  /** Reads the durable value, synchronously. */
  readonly get: (key: string) => string | undefined;
  /** Opens a reader over a snapshot of the entries; it does not see later writes. */
  readonly read: (range: Range) => Reader;
  /** Writes all or nothing, even under kill -9 or a power cut; resolves once durable. */
  readonly write: (writes: Writes) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** New values by key; undefined removes the key. */
export type Writes = ReadonlyMap<string, string | undefined>;

/** Bounds on keys, which are ordered by their UTF-8 bytes. */
export interface Range {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly reverse?: boolean;
}

export type Entry = readonly [key: string, text: string];

export interface Reader {
  /** The next entries: at most `count`, perhaps fewer; none only at the end of the range. */
  readonly next: (count: number) => Promise<readonly Entry[]>;
  readonly close: () => Promise<void>;
}

/** The range of all keys that begin with an ASCII prefix. */
export const startingWith = (prefix: string): Range => ({ gte: prefix, lt: `${prefix}\u{10ffff}` });

/** The first entry of a range. */
export const firstOf = async (storage: Storage, range: Range): Promise<Entry | undefined> => {
  const reader = storage.read(range);
  try {
    const [first] = await reader.next(1);
    return first;
  } finally {
    await reader.close();
  }
};

/** Every entry of a range, a thousand at a time. */
export async function* entriesOf(storage: Storage, range: Range): AsyncGenerator<Entry> {
  const reader = storage.read(range);
  try {
    for (let entries = await reader.next(1000); entries.length > 0; entries = await reader.next(1000)) yield* entries;
  } finally {
    await reader.close();
  }
}
