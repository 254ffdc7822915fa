/** Runs tasks that have the same name one after the other, and others side by side. */
export type Locks = <T>(name: string, task: () => Promise<T>) => Promise<T>;

/** Makes a set of locks; a name is forgotten once nobody waits for it. */
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
