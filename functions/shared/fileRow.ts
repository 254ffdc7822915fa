import type { FileStatus } from '../../schema/generated/types';

/** The attributes of a files-table row that functions need. */
export interface FileRow {
  readonly UserId: string;
  readonly FileId: string;
  readonly S3Key: string;
  /** Bytes. */
  readonly Size: number;
  readonly Status: FileStatus;
  /** ISO 8601: when the row last changed, or a ticket was last issued for it. */
  readonly UpdatedAt?: string;
  /** Epoch seconds; present only while the row is to expire. */
  readonly ExpiresAt?: number;
  /** The version of the object whose bytes were proven. */
  readonly VersionId?: string;
}

/** The row is not that of a file: something else wrote to the table. */
export class NotAFileRow extends Error {
  override readonly name = 'NotAFileRow';

  constructor() {
    super('The row is not that of a file.');
  }
}

/** Narrows an item from DynamoDB to a file's row, or throws NotAFileRow. */
export const readFileRow = (value: Readonly<Record<string, unknown>>): FileRow => {
  if (!isFileRow(value)) throw new NotAFileRow();
  return value;
};

const isFileRow = (value: object): value is FileRow =>
  ['UserId', 'FileId', 'S3Key', 'Status'].every((name) => typeof Reflect.get(value, name) === 'string') &&
  typeof Reflect.get(value, 'Size') === 'number';
