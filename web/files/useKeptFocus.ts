import { useEffect, useRef, type FocusEvent } from 'react';

export interface KeptFocus {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/**
 * Keeps a keyboard user's place: when the focused row is removed, the row that takes its place gets the focus, and so it
 * does when the selection's toolbar is gone with the button that was pressed.
 */
export const useKeptFocus = (count: number, rowAt: (index: number) => HTMLElement | undefined): KeptFocus => {
  const place = useRef<number>(undefined);
  useEffect(() => {
    if (place.current === undefined || document.activeElement !== document.body) return;
    const row = rowAt(Math.max(0, Math.min(place.current, count - 1)));
    place.current = undefined; // a row that was scrolled out of view is not brought back later
    row?.focus();
  });
  // React reports no blur when it removes the focused element, so every blur reported here was intended.
  return {
    onFocus: ({ target }) => {
      const row = target.closest('[role="row"]');
      place.current = row ? Number(row.ariaRowIndex) - 2 : undefined;
    },
    onBlur: ({ relatedTarget }) => {
      const isForRow = relatedTarget !== null && relatedTarget.closest('dialog, .selecting') !== null;
      if (!isForRow) place.current = undefined;
    },
  };
};
