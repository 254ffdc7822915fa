import { parseObject, type JsonObject } from '../json';
import { createSizedCache } from './createSizedCache';
import type { Storage } from './storage';

/** The durable rows, parsed. A row is shared by all who read it, and frozen so that none can change it for others. */
export interface Rows {
  readonly get: (key: string) => JsonObject | undefined;
  /** Must be told of every key that was written. */
  readonly forget: (keys: Iterable<string>) => void;
}

/** How many characters of rows are kept parsed: some ten thousand rows. */
const maxCharacters = 8 * 1024 * 1024;

/** Keeps the rows that were read lately, so that a list read twice is parsed once. */
export const createRows = (storage: Storage): Rows => {
  const known = createSizedCache<JsonObject>(maxCharacters);
  return {
    get: (key) => {
      const before = known.get(key);
      if (before !== undefined) return before;
      const text = storage.get(key);
      if (text === undefined) return undefined;
      const row = freeze(parseObject(text));
      known.set(key, row, text.length);
      return row;
    },
    forget: (keys) => {
      for (const key of keys) known.drop(key);
    },
  };
};

const freeze = <Value extends object>(value: Value): Value => {
  for (const member of Object.values(value)) if (typeof member === 'object' && member !== null) freeze(member);
  return Object.freeze(value);
};
