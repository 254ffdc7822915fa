import { useEffect, useRef, type FocusEvent } from 'react';

export interface KeptFocus {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** Who works by keyboard stays where they were: if what had the focus is gone, the row in its place has it. */
export const useKeptFocus = (count: number, rowAt: (index: number) => HTMLElement | undefined): KeptFocus => {
  const place = useRef<number>(undefined);
  useEffect(() => {
    if (place.current === undefined || document.activeElement !== document.body) return;
    const row = rowAt(Math.min(place.current, count - 1));
    place.current = undefined; // nor is a row called back that was scrolled out of sight
    row?.focus();
  });
  // React tells of no blur that comes of its taking something away: each that it tells of was meant.
  return {
    onFocus: ({ target }) => {
      const row = target.closest('[role="row"]');
      place.current = row ? Number(row.ariaRowIndex) - 2 : undefined;
    },
    onBlur: ({ relatedTarget }) => {
      const isInDialog = relatedTarget !== null && relatedTarget.closest('dialog') !== null;
      if (!isInDialog) place.current = undefined;
    },
  };
};
