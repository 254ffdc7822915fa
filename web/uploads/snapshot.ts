import type { Upload, UploadFile, UploadUppy } from './uploader';

const intervalMilliseconds = 150;

/** The uploads for the screen, throttled to a rate at which they can be rendered. */
export const createSnapshot = (uppy: UploadUppy, describe: (file: UploadFile) => Upload) => {
  const state: { list: readonly Upload[]; timer?: ReturnType<typeof setTimeout> } = { list: [] };
  const listeners = new Set<() => void>();
  const now = (): readonly Upload[] => uppy.getFiles().map(describe);
  const update = (): void => {
    state.timer = undefined;
    state.list = now();
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
      clearTimeout(state.timer);
    },
  };
};
