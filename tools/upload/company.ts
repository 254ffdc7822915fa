/** Counts the files about to join the same request, so that a batch does not wait for files that do not come. */
export interface Headcount {
  readonly count: () => number;
  readonly during: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** The files that batches wait for. Large files take long and are not counted. */
export interface Company {
  /** Files that will soon ask for a ticket. */
  readonly beginning: Headcount;
  /** Files that will soon be saved. */
  readonly sending: Headcount;
}

export const createCompany = (): Company => ({ beginning: createHeadcount(), sending: createHeadcount() });

const createHeadcount = (): Headcount => {
  const counted = { now: 0 };
  return {
    count: () => counted.now,
    during: async (work) => {
      counted.now += 1;
      try {
        return await work();
      } finally {
        counted.now -= 1;
      }
    },
  };
};
