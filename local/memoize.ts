import { createBoundedCache } from './createBoundedCache';

/** A function that makes the value of a text only once and keeps the `limit` newest; what throws is tried again. */
export const memoize = <Value extends object>(
  limit: number,
  make: (text: string) => Value,
): ((text: string) => Value) => {
  const made = createBoundedCache<Value>(limit);
  return (text) => {
    const kept = made.get(text);
    if (kept) return kept;
    const value = make(text);
    made.set(text, value);
    return value;
  };
};
