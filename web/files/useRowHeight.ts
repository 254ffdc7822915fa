import { useSyncExternalStore } from 'react';

const coarse = matchMedia('(pointer: coarse)');

/** The height of a row in pixels, from `--row` in tokens.css; larger on touch screens. */
export const useRowHeight = (): number =>
  useSyncExternalStore(
    (changed) => {
      coarse.addEventListener('change', changed);
      return () => coarse.removeEventListener('change', changed);
    },
    () => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')) * rootPixels(),
  );

const rootPixels = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize);
