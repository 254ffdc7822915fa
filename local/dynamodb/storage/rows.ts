import { parseObject } from '../json';
import type { JsonObject } from '../../json';
import { createSizedCache } from './createSizedCache';
import { freeze } from './freeze';
import type { Storage } from './storage';

/** The durable rows, parsed. All readers share one object per row, which is frozen so that none can change it. */
export interface Rows {
  readonly get: (key: string) => JsonObject | undefined;
  /** Must be called with every key that was written. */
  readonly forget: (keys: Iterable<string>) => void;
}

/** The cache limit in characters of JSON: some ten thousand rows. */
const maxCharacters = 8 * 1024 * 1024;

/** Caches recently read rows, so that a list read twice is parsed once. */
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
