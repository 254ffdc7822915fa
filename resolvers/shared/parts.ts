import type { FileRow } from './fileRow';

const mebibyte = 1_048_576;

/** Bytes of each part but the last, in whole MiB: as few as allowed, yet enough for 10,000 parts to hold the file. */
export const partSizeOf = (size: number, least: number): number =>
  Math.max(least, Math.ceil(size / 10_000 / mebibyte) * mebibyte);

/** The number of parts of an upload; null when it is a single PUT. */
export const partCountOf = (row: FileRow): number | null => (row.PartSize ? Math.ceil(row.Size / row.PartSize) : null);
