import { useCallback, useMemo, useState } from 'react';
import type { FileItem } from './useFiles';

/** Which of the listed files are selected. */
export interface Selection {
  readonly files: readonly FileItem[];
  readonly has: (fileId: string) => boolean;
  /** Selects or deselects a file; with `isRange`, also all between it and the one toggled before. */
  readonly toggle: (fileId: string, isRange: boolean) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

export const useSelection = (files: readonly FileItem[]): Selection => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(nothing);
  const [last, setLast] = useState<string>();
  const selected = useMemo(() => files.filter(({ fileId }) => chosen.has(fileId)), [files, chosen]);

  const toggle = useCallback(
    (fileId: string, isRange: boolean) => {
      setLast(fileId);
      const between = isRange ? rangeOf(files, last, fileId) : [fileId];
      setChosen((before) => {
        const after = new Set(before);
        const isAdded = !before.has(fileId);
        between.forEach((id) => (isAdded ? after.add(id) : after.delete(id)));
        return after;
      });
    },
    [files, last],
  );
  const clear = useCallback(() => setChosen(nothing), []);
  const all = useCallback(() => setChosen(new Set(files.map(({ fileId }) => fileId))), [files]);
  return { files: selected, has: (fileId) => chosen.has(fileId), toggle, all, clear };
};

const nothing: ReadonlySet<string> = new Set();

const rangeOf = (files: readonly FileItem[], from: string | undefined, to: string): string[] => {
  const positions = [from, to].map((id) => files.findIndex(({ fileId }) => fileId === id));
  const [start = -1, end = -1] = positions.sort((left, right) => left - right);
  return start < 0 ? [to] : files.slice(start, end + 1).map(({ fileId }) => fileId);
};
