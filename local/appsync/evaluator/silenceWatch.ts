import type { Sandbox } from './sandbox/spawnSandbox';

/**
 * Calls `onSilence` when a sandbox that is ready and has something to answer has not been touched for a while.
 * Returns the touch: to be given with each sign of life.
 */
export const createSilenceWatch = (sandbox: Sandbox, milliseconds: number, onSilence: () => void): (() => void) => {
  const watch: { timer: NodeJS.Timeout | undefined } = { timer: undefined };
  const begin = (): void => {
    watch.timer = setTimeout(() => {
      if (sandbox.pending() > 0) onSilence();
    }, milliseconds);
    watch.timer.unref();
  };
  sandbox.ready.then(begin, () => undefined);
  return () => watch.timer?.refresh();
};
