/** Lets jobs under the same name wait for each other. */
export const createTurns = () => {
  const last = new Map<string, Promise<unknown>>();
  return <Result>(name: string, job: () => Promise<Result>): Promise<Result> => {
    const turn = (last.get(name) ?? Promise.resolve()).then(job, job);
    last.set(name, turn);
    const forget = (): void => {
      if (last.get(name) === turn) last.delete(name);
    };
    turn.then(forget, forget);
    return turn;
  };
};
