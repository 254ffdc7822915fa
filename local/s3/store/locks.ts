/** Runs tasks with the same name one at a time, others concurrently. */
export type Locks = <T>(name: string, task: () => Promise<T>) => Promise<T>;

/** Creates a set of locks; a name is dropped once nobody waits for it. */
export const createLocks = (): Locks => {
  const last = new Map<string, Promise<unknown>>();
  return (name, task) => {
    const run = (last.get(name) ?? Promise.resolve()).then(task, task);
    const done = run.then(ignore, ignore).then(() => {
      if (last.get(name) === done) last.delete(name);
    });
    last.set(name, done);
    return run;
  };
};

const ignore = (): void => undefined;
