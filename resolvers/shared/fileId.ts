import { util } from '@aws-appsync/utils';
import type { FileErrorCode } from '../../schema/generated/types';
import { refuse } from './refuse';

/** Whether this has the form of a fileId: the table is never queried with anything else. */
export const isFileId = (given: string): boolean => util.matches('^[A-Za-z0-9_-]{1,64}\\z', given);

/** A well-formed fileId; otherwise refuses with the code for a missing file. */
export const readFileId = (given: string, code: FileErrorCode): string => {
  if (!isFileId(given)) refuse(code, 'You have no file with this fileId.');
  return given;
};
