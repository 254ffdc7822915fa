import type { FileRow } from './fileRow';

/** The rows found, and the token for the next page. */
export interface FilePage {
  readonly rows: FileRow[];
  readonly nextToken: string | null;
}
