/** Pseudo-random numbers that depend only on the entropy, so that a run can be repeated. */
export interface Random {
  /** 0 to 2^32 - 1. */
  readonly word: () => number;
  /** At least 0 and below 1, with 53 bits. */
  readonly fraction: () => number;
  readonly bytes: (count: number) => number[];
}

/** xoshiro128** by Blackman and Vigna, seeded with 32 hexadecimal digits: https://prng.di.unimi.it/xoshiro128starstar.c */
export const createRandom = (entropy: string): Random => {
  const state: { words?: readonly number[] } = {}; // seeded on first use: most runs draw nothing
  const word = (): number => {
    const [a = 0, b = 0, c = 0, d = 0] = state.words ?? seedOf(entropy);
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const third = c ^ a;
    const fourth = d ^ b;
    state.words = [a ^ fourth, b ^ third, third ^ (b << 9), rotate(fourth, 11)];
    return result;
  };
  return {
    word,
    fraction: () => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53,
    bytes: (count) => {
      const bytes: number[] = [];
      while (bytes.length < count) {
        const value = word();
        bytes.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
      }
      return bytes.slice(0, count);
    },
  };
};

const seedOf = (entropy: string): readonly number[] =>
  [0, 1, 2, 3].map((index) => parseInt(entropy.slice(index * 8, index * 8 + 8), 16) | 0 || index + 1);

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));
