import type { JsonObject } from '../../json';
import type { Range, Reader } from '../storage/storage';

/** What a store reads and writes through. All but `read` is synchronous, so an action runs without interruption. */
export interface View {
  readonly row: (key: string) => JsonObject | undefined;
  readonly setRow: (key: string, row: JsonObject | undefined) => void;
  /** The text of an index entry. */
  readonly entry: (key: string) => string | undefined;
  readonly setEntry: (key: string, text: string | undefined) => void;
  readonly read: (range: Range) => Reader;
}
