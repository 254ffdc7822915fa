import { useSyncExternalStore } from 'react';
import type { View } from '../files/view';

const trashHash = '#trash';

/** Which place the address names, so that the browser's way back works. */
export const usePlace = (): View['place'] =>
  useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => (location.hash === trashHash ? 'TRASHED' : 'AVAILABLE'),
  );
