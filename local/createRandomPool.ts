import { randomFillSync } from 'node:crypto';

const poolBytes = 4096;

/** Returns `bytes` random bytes a call, drawn from the system in 4 KiB blocks because each draw is expensive. */
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
