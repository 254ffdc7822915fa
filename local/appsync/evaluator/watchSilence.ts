import type { Sandbox } from './sandbox/spawnSandbox';

/** Calls `onSilence` when a ready sandbox with pending answers has been silent for longer than `milliseconds`. */
export const watchSilence = (sandbox: Sandbox, milliseconds: number, onSilence: () => void): void => {
  const isSilent = () => sandbox.pending() > 0 && performance.now() - sandbox.lastSign() > milliseconds;
  const begin = (): void => {
    const interval = setInterval(() => {
      // After a long pause of this process, answers may be waiting: they are read before the second check.
      if (isSilent()) setImmediate(() => isSilent() && onSilence());
    }, milliseconds / 4);
    interval.unref();
    sandbox.ended.finally(() => clearInterval(interval));
  };
  sandbox.ready.then(begin, () => undefined);
};
