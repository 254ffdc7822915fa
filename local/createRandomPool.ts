import { randomFillSync } from 'node:crypto';

const poolBytes = 4096;

/** Random bytes, so many at a time, drawn from the system in larger amounts, since each draw is dear. */
export const createRandomPool = (bytes: number): (() => Buffer) => {
  const pool = { bytes: Buffer.alloc(poolBytes), used: poolBytes };
  return () => {
    if (pool.used + bytes > poolBytes) {
      randomFillSync(pool.bytes);
      pool.used = 0;
    }
    pool.used += bytes;
    return Buffer.from(pool.bytes.subarray(pool.used - bytes, pool.used));
  };
};
