import { useEffect, useRef } from 'react';

/**
 * Gives the focus to the row of the file that the preview showed last, or to the row in its place. By itself the focus
 * would return to the file that was opened, however far the preview has led from it. `shown` is -1 without a preview.
 */
export const useReturnedFocus = (shown: number, count: number, focusRow: (index: number) => void): void => {
  const last = useRef<number>(undefined);
  useEffect(() => {
    if (shown < 0 && last.current !== undefined) focusRow(Math.min(last.current, count - 1));
    last.current = shown < 0 ? undefined : shown;
  });
};
