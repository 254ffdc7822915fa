/** Does some work once for each object, and remembers the result as long as the object lives. */
export const onceForEach = <Key extends object, Args extends readonly unknown[], Result extends object | number>(
  work: (key: Key, ...args: Args) => Result,
) => {
  const known = new WeakMap<Key, Result>();
  return (key: Key, ...args: Args): Result => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const result = work(key, ...args);
    known.set(key, result);
    return result;
  };
};
