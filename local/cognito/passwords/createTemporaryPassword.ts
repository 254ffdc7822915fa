import { randomInt } from 'node:crypto';
import type { PasswordPolicy } from '../descriptions';

const classes = ['abcdefghijkmnopqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!#$%&*+-=?@_'] as const;

/** A random password of at least the policy's length with all four character classes, so that it fits any policy. */
export const createTemporaryPassword = ({ minimumLength }: PasswordPolicy): string => {
  const length = Math.max(minimumLength, 16);
  const characters = Array.from({ length }, (_, index) => pick(classes[index % classes.length] ?? classes[0]));
  return shuffle(characters).join('');
};

const pick = (alphabet: string) => alphabet.charAt(randomInt(alphabet.length));

const shuffle = (items: readonly string[]): readonly string[] =>
  items
    .map((item) => ({ item, rank: randomInt(2 ** 32) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
