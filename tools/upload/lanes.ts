/** Runs work when a lane is free, first come first served. */
export type Lanes = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Creates as many lanes as there may be concurrent PUTs, over all files. */
export const createLanes = (count: number): Lanes => {
  const waiting: (() => void)[] = [];
  const free = { count };
  return async (work) => {
    if (free.count > 0) free.count -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.count += 1;
      else next(); // passes the lane on without freeing it
    }
  };
};
