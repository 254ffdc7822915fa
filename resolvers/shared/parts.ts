import type { FileRow } from './fileRow';

const mebibyte = 1_048_576;

/** Bytes of each part but the last: as few as allowed, but so many that 10,000 parts hold the file. Whole MiB. */
export const partSizeOf = (size: number, least: number): number =>
  Math.max(least, Math.ceil(size / 10_000 / mebibyte) * mebibyte);

/** How many parts a row's bytes are sent in; null when they are sent in one PUT. */
export const partCountOf = (row: FileRow): number | null => (row.PartSize ? Math.ceil(row.Size / row.PartSize) : null);
