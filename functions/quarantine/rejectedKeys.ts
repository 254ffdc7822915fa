/** The attributes that a row is sorted by. */
export interface SortedRow {
  readonly FileName: string;
  /** Bytes. */
  readonly Size: number;
  readonly ContentType: string;
  readonly CreatedAt: string;
  readonly UploadedAt?: string;
}

/**
 * The index sort keys of a REJECTED row, as in `resolvers/shared/indexKeys.ts`, which is written for another runtime. A
 * test keeps the two in step.
 */
export const rejectedKeys = ({ FileName, Size, ContentType, CreatedAt, UploadedAt = CreatedAt }: SortedRow) => ({
  UploadedKey: `R#${UploadedAt}`,
  NameKey: `R#${FileName.normalize('NFC').toLowerCase()}`,
  SizeKey: `R#${String(Size).padStart(16, '0')}`,
  TypeKey: `R#${ContentType}#${UploadedAt}`,
});
