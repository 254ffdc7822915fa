import type { JsonObject } from '../../json';

/** Writes that become durable together or not at all, layered over the values before them. */
export interface Unit {
  /** The value of a key as this unit sees it. */
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, text: string | undefined) => void;
  readonly setRow: (key: string, row: JsonObject | undefined) => void;
  readonly writes: ReadonlyMap<string, string | undefined>;
  /** The rows among the writes. */
  readonly rows: ReadonlyMap<string, JsonObject | undefined>;
}

/** Begins a unit over `get`; nothing is written until its `writes` are staged. */
export const beginUnit = (get: (key: string) => string | undefined): Unit => {
  const writes = new Map<string, string | undefined>();
  const rows = new Map<string, JsonObject | undefined>();
  return {
    get: (key) => (writes.has(key) ? writes.get(key) : get(key)),
    set: (key, text) => void writes.set(key, text),
    setRow: (key, row) => {
      rows.set(key, row);
      writes.set(key, row === undefined ? undefined : JSON.stringify(row));
    },
    writes,
    rows,
  };
};
