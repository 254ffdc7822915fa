import type { FileStatus } from '../../schema/generated/types';

/** What functions need to know of a row of the files table. */
export interface FileRow {
  readonly UserId: string;
  readonly FileId: string;
  readonly S3Key: string;
  /** Bytes. */
  readonly Size: number;
  readonly Status: FileStatus;
  /** ISO 8601: when the row changed last, or a ticket was given for it. */
  readonly UpdatedAt?: string;
  /** Epoch seconds; only while the row is to end by itself. */
  readonly ExpiresAt?: number;
  /** The version of the object whose bytes were proven. */
  readonly VersionId?: string;
}

/** A row that is none: the table was written by something else. */
export class NotAFileRow extends Error {
  constructor() {
    super('The row is not that of a file.');
    this.name = 'NotAFileRow';
  }
}

/** Takes what DynamoDB answered for the row of a file, or throws NotAFileRow. */
export const readFileRow = (value: Readonly<Record<string, unknown>>): FileRow => {
  if (!isFileRow(value)) throw new NotAFileRow();
  return value;
};

const isFileRow = (value: object): value is FileRow =>
  ['UserId', 'FileId', 'S3Key', 'Status'].every((name) => typeof Reflect.get(value, name) === 'string') &&
  typeof Reflect.get(value, 'Size') === 'number';
