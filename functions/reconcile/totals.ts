import type { FileRow } from '../shared/fileRow';

/** A person's counted usage. */
export interface Totals {
  readonly TotalBytes: number;
  readonly TotalFiles: number;
  readonly PendingBytes: number;
  readonly PendingFiles: number;
}

export const totalNames = ['TotalBytes', 'TotalFiles', 'PendingBytes', 'PendingFiles'] as const;

/** The totals of an entry; a missing attribute counts as 0. */
export const readTotals = (item: Readonly<Record<string, unknown>>): Totals => ({
  TotalBytes: Number(item['TotalBytes'] ?? 0),
  TotalFiles: Number(item['TotalFiles'] ?? 0),
  PendingBytes: Number(item['PendingBytes'] ?? 0),
  PendingFiles: Number(item['PendingFiles'] ?? 0),
});

/** The usage that the rows amount to. */
export const totalsOf = (rows: Iterable<FileRow>): Totals => {
  const all = [...rows];
  const pending = all.filter(({ Status }) => Status === 'PENDING');
  return {
    TotalBytes: bytesOf(all),
    TotalFiles: all.length,
    PendingBytes: bytesOf(pending),
    PendingFiles: pending.length,
  };
};

export const isSame = (a: Totals, b: Totals): boolean => totalNames.every((name) => a[name] === b[name]);

const bytesOf = (rows: readonly FileRow[]): number => rows.reduce((sum, { Size }) => sum + Size, 0);
