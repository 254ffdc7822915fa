import type { Check } from '../input/check';

/** A stored object, found by its id. */
export interface Row {
  readonly id: string;
}

/** A change still to be made: the entry for the journal, and the update of memory. */
export interface Change {
  readonly entry: Entry;
  readonly apply: () => void;
}

/** `['users', row]` puts a row, `['users', id, null]` removes one. */
export type Entry = readonly [collection: string, row: Row] | readonly [collection: string, id: string, gone: null];

/** Rows of one kind. Reading is immediate; `put` and `remove` only describe a change for a transaction. */
export interface Collection<T extends Row> {
  readonly name: string;
  readonly get: (id: string) => T | undefined;
  /** The row to which `keysOf` gives this key. */
  readonly find: (key: string) => T | undefined;
  readonly all: () => readonly T[];
  readonly size: () => number;
  readonly put: (row: T) => Change;
  readonly remove: (id: string) => Change;
  /** Checks a row from the journal and adds it. */
  readonly restore: (row: unknown) => void;
  readonly drop: (id: string) => void;
}

export interface CollectionOptions<T> {
  readonly name: string;
  readonly check: Check<T>;
  /** Further keys by which `find` finds a row; a key belongs to the row that claimed it last. */
  readonly keysOf?: (row: T) => readonly string[];
}

/** An empty collection in memory. */
export const openCollection = <T extends Row>({ name, check, keysOf }: CollectionOptions<T>): Collection<T> => {
  const rows = new Map<string, T>();
  const idOfKey = new Map<string, string>();

  const dropKeys = (id: string) => {
    const row = rows.get(id);
    if (row === undefined) return;
    for (const key of keysOf?.(row) ?? []) if (idOfKey.get(key) === id) idOfKey.delete(key);
  };
  const drop = (id: string) => {
    dropKeys(id);
    rows.delete(id);
  };
  const set = (row: T) => {
    dropKeys(row.id);
    rows.set(row.id, row);
    for (const key of keysOf?.(row) ?? []) idOfKey.set(key, row.id);
  };

  return {
    name,
    get: (id) => rows.get(id),
    find: (key) => rows.get(idOfKey.get(key) ?? ''),
    all: () => [...rows.values()],
    size: () => rows.size,
    put: (row) => ({ entry: [name, row], apply: () => set(row) }),
    remove: (id) => ({ entry: [name, id, null], apply: () => drop(id) }),
    restore: (row) => {
      proveThen(check, row, set);
    },
    drop,
  };
};

const proveThen = <T>(check: Check<T>, value: unknown, then: (value: T) => void) => {
  check(value, '');
  then(value);
};
