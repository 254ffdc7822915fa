import { util } from '@aws-appsync/utils';
import type { FileErrorCode } from '../../schema/generated/types';
import { refuse } from './refuse';

/** Whether this may be a fileId: nobody asks the table for anything else. */
export const isFileId = (given: string): boolean => util.matches('^[A-Za-z0-9_-]{1,64}\\z', given);

/** A fileId that may be one, or the error of a file that is not there. */
export const readFileId = (given: string, code: FileErrorCode): string => {
  if (!isFileId(given)) refuse(code, 'You have no file of this fileId.');
  return given;
};
