import type { FileStatus } from '../../schema/generated/types';
import { fileNameKey } from './fileName';
import type { FileRow } from './fileRow';
import { numberText } from './numberText';

/** The sort keys of the indexes. A PENDING row has only the first: an unfinished upload is not worth five writes. */
export type IndexKeys = Pick<FileRow, 'UploadedKey' | 'NameKey' | 'SizeKey' | 'TypeKey'>;

type Sorted = Pick<FileRow, 'FileName' | 'Size' | 'ContentType'> & { readonly UploadedAt: string };

/** The keys that sort the rows of one status by date, name, size and type. */
export const indexKeys = (status: FileStatus, { FileName, Size, ContentType, UploadedAt }: Sorted): IndexKeys => ({
  UploadedKey: statusKey(status, UploadedAt),
  NameKey: statusKey(status, fileNameKey(FileName)),
  SizeKey: statusKey(status, sizeKey(Size)),
  TypeKey: statusKey(status, `${ContentType}#${UploadedAt}`),
});

/** A sort key within a status. The status is one letter: a name of 255 characters leaves no room for more. */
export const statusKey = (status: FileStatus, rest: string): string => `${status.charAt(0)}#${rest}`;

/** A number of bytes as a zero-padded string, which sorts numerically. */
export const sizeKey = (size: number): string => `0000000000000000${numberText(size)}`.slice(-16);
