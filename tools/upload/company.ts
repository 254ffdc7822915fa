/** Counts the files that are on their way to the same request, so that nobody waits for others that do not come. */
export interface Headcount {
  readonly count: () => number;
  readonly during: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Who is waited for. A large file takes its time, and is not. */
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
