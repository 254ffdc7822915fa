import { useSyncExternalStore } from 'react';

const coarse = matchMedia('(pointer: coarse)');

/** How tall a row is, as `--row` says in tokens.css; taller for fingers. */
export const useRowHeight = (): number =>
  useSyncExternalStore(
    (changed) => {
      coarse.addEventListener('change', changed);
      return () => coarse.removeEventListener('change', changed);
    },
    () => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')) * rootPixels(),
  );

const rootPixels = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize);
