/** Runs work when one of the lanes is free, first come first served. */
export type Lanes = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** As many lanes as there may be PUTs at once, whichever files they belong to. */
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
      else next(); // the lane goes from hand to hand
    }
  };
};
