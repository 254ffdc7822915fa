import { useSyncExternalStore } from 'react';
import type { View } from '../files/view';

const trashHash = '#trash';

/** The place that the URL's hash names, so that the browser's back button works. */
export const usePlace = (): View['place'] =>
  useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => (location.hash === trashHash ? 'TRASHED' : 'AVAILABLE'),
  );
