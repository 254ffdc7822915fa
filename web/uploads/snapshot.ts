import type { Upload, UploadFile, UploadUppy } from './uploader';

const intervalMilliseconds = 150;
const fallMilliseconds = 1_000;

/** The uploads for the screen, throttled to a rate at which they can be rendered. */
export const createSnapshot = (uppy: UploadUppy, describe: (file: UploadFile) => Upload) => {
  const state: { list: readonly Upload[]; timer?: Timer; fall?: Timer } = { list: [] };
  const listeners = new Set<() => void>();
  const now = (): readonly Upload[] => uppy.getFiles().map(describe);
  const stopTimers = (): void => {
    clearTimeout(state.timer);
    clearTimeout(state.fall);
    state.timer = undefined;
  };
  const update = (): void => {
    stopTimers();
    state.list = now();
    // Uppy reports nothing while an upload stalls, but its speed falls.
    if (state.list.some(({ bytesPerSecond }) => bytesPerSecond > 0)) state.fall = setTimeout(update, fallMilliseconds);
    listeners.forEach((changed) => changed());
  };
  const stop = uppy.store.subscribe(() => {
    state.timer ??= setTimeout(update, intervalMilliseconds);
  });
  return {
    now,
    list: () => state.list,
    subscribe: (changed: () => void) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    close: () => {
      stop();
      stopTimers();
    },
  };
};

type Timer = ReturnType<typeof setTimeout>;
