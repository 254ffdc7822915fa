import { parseObject, type JsonObject } from '../json';
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
  const known = new Map<string, { readonly row: JsonObject; readonly size: number }>();
  let characters = 0;

  const drop = (key: string): void => {
    characters -= known.get(key)?.size ?? 0;
    known.delete(key);
  };

  return {
    get: (key) => {
      const entry = known.get(key);
      if (entry !== undefined) return entry.row;
      const text = storage.get(key);
      if (text === undefined) return undefined;
      const row = freeze(parseObject(text));
      known.set(key, { row, size: text.length });
      characters += text.length;
      for (const oldest of known.keys()) {
        if (characters <= maxCharacters) break;
        drop(oldest);
      }
      return row;
    },
    forget: (keys) => {
      for (const key of keys) drop(key);
    },
  };
};

const freeze = <Value extends object>(value: Value): Value => {
  for (const member of Object.values(value)) if (typeof member === 'object' && member !== null) freeze(member);
  return Object.freeze(value);
};
