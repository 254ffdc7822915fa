import { timingSafeEqual } from 'node:crypto';

/** Compares a secret with what a client sent, without revealing by timing where they differ. */
export const isSameSecret = (expected: string, given: string): boolean => {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]; // strings of equal length may differ in bytes
  return one.length === other.length && timingSafeEqual(one, other);
};
