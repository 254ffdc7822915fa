import type { SignedDownloads } from '../../functions/signDownload/signDownload';
import type { UserFile } from '../../schema/generated/types';
import { toUserFile, type FileRow } from './fileRow';

/** The rows found, and the token for the next page. */
export interface FilePage {
  readonly items: FileRow[];
  readonly nextToken?: string | null;
  /** In the order of the rows, if URLs were signed. */
  readonly downloads?: SignedDownloads['downloads'];
}

/** The files of a page as clients see them. */
export const toUserFiles = ({ items, downloads }: FilePage): UserFile[] =>
  items.map((row, index) => toUserFile(row, downloads?.[index]?.downloadUrl ?? null));
