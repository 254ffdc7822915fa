import type { FileRow } from './fileRow';

/** Rows that were found, and what asks for the next of them. */
export interface FilePage {
  readonly rows: FileRow[];
  readonly nextToken: string | null;
}
