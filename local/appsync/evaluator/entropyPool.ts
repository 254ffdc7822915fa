import { randomFillSync } from 'node:crypto';

const BYTES_EACH = 16;
const POOL_BYTES = 4096;

/** Random texts of 32 hexadecimal digits, drawn from the system many at a time since each draw is dear. */
export const createEntropyPool = (): (() => string) => {
  const pool = { bytes: Buffer.alloc(POOL_BYTES), used: POOL_BYTES };
  return () => {
    if (pool.used >= POOL_BYTES) {
      randomFillSync(pool.bytes);
      pool.used = 0;
    }
    pool.used += BYTES_EACH;
    return pool.bytes.toString('hex', pool.used - BYTES_EACH, pool.used);
  };
};
