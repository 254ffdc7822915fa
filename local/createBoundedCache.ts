/** Holds at most `limit` values; evicts the oldest key first (FIFO). */
export interface BoundedCache<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly delete: (key: string) => void;
}

export const createBoundedCache = <Value>(limit: number): BoundedCache<Value> => {
  const values = new Map<string, Value>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      if (values.size >= limit && !values.has(key)) {
        const { value: oldest, done } = values.keys().next();
        if (!done) values.delete(oldest);
      }
      values.set(key, value);
    },
    delete: (key) => void values.delete(key),
  };
};
