import type { Sandbox } from './sandbox/spawnSandbox';

/** Calls `onSilence` once when a sandbox that is ready and has something to answer gives no sign for too long. */
export const watchSilence = (sandbox: Sandbox, milliseconds: number, onSilence: () => void): void => {
  const isSilent = () => sandbox.pending() > 0 && performance.now() - sandbox.lastSign() > milliseconds;
  const begin = (): void => {
    const interval = setInterval(() => {
      // After a long pause of our own, answers may wait to be read: they are before the check.
      if (isSilent()) setImmediate(() => isSilent() && onSilence());
    }, milliseconds / 4);
    interval.unref();
    sandbox.ended.finally(() => clearInterval(interval));
  };
  sandbox.ready.then(begin, () => undefined);
};
