/**
 * Resolves when this process's parent has ended: the shell between npm and a script forwards no signals, so killing npm
 * would leave the script running. Never resolves without npm, where a parent may end on purpose, nor on Windows.
 */
export const parentGone = (): Promise<void> =>
  new Promise((resolve) => {
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve();
    }, 500);
    watch.unref();
  });
