import { timingSafeEqual } from 'node:crypto';

/** Compares what a client has given with what only its owner can know, without telling by time where the two differ. */
export const isSameSecret = (expected: string, given: string): boolean => {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]; // of the same length in letters, they may differ in bytes
  return one.length === other.length && timingSafeEqual(one, other);
};
