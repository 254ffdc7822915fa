import type { FileItem } from './useFiles';

/** The actions of a row: the same functions for every row, so that only changed rows render again. */
export interface RowActions {
  readonly open: (file: FileItem) => void;
  readonly toggle: (fileId: string, isRange: boolean) => void;
  readonly beginRename: (file: FileItem) => void;
  readonly endRename: (file: FileItem, name: string | undefined) => void;
  readonly download: (file: FileItem) => void;
  readonly trash: (file: FileItem) => void;
  readonly restore: (file: FileItem) => void;
  readonly deleteForGood: (file: FileItem) => void;
}
