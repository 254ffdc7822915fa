import type { FileMeter } from './meter';

/** Where a run is shown while it goes on. */
export interface View {
  readonly begin: (file: FileMeter) => void;
  /** Something that stays to be read. */
  readonly say: (line: string) => void;
  readonly advance: (file: FileMeter) => void;
  readonly end: (file: FileMeter) => void;
  readonly close: () => void;
}
