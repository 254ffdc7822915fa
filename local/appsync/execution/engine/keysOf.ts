import type { Path } from './plannedField';

/** A path as errors report it, from the root down. */
export const keysOf = (path: Path): (string | number)[] => {
  const keys: (string | number)[] = [];
  for (let at: Path | undefined = path; at; at = at.prev) keys.unshift(at.key);
  return keys;
};
