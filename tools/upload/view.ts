import type { FileMeter } from './meter';

/** Shows the progress of a run. */
export interface View {
  readonly begin: (file: FileMeter) => void;
  /** Prints a line that stays on the screen. */
  readonly say: (line: string) => void;
  readonly advance: (file: FileMeter) => void;
  readonly end: (file: FileMeter) => void;
  readonly close: () => void;
}
