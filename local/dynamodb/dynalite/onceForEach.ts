import type { JsonObject } from '../../json';

/** Has each row measured once, since rows are shared. */
export const onceForEach = <Args extends readonly unknown[]>(measure: (row: JsonObject, ...args: Args) => number) => {
  const known = new WeakMap<JsonObject, number>();
  return (row: JsonObject, ...args: Args): number => {
    const found = known.get(row);
    if (found !== undefined) return found;
    const size = measure(row, ...args);
    known.set(row, size);
    return size;
  };
};
