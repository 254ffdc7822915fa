import { createHash } from 'node:crypto';

export interface Random {
  readonly below: (limit: number) => number;
  readonly chance: (share: number) => boolean;
  readonly of: <const Values extends readonly unknown[]>(values: Values) => Values[number];
}

/** A random generator that repeats for the same seed. */
export const createRandom = (seed: string): Random => {
  const state = { draws: 0 };
  const draw = (): number => {
    state.draws += 1;
    return createHash('sha1').update(`${seed} ${state.draws}`).digest().readUInt32LE() / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(draw() * limit);
  return {
    below,
    chance: (share) => draw() < share,
    of: (values) => values[below(values.length)],
  };
};
