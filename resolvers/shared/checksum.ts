import { util } from '@aws-appsync/utils';
import { refuse } from './refuse';

/** The declared SHA-256 (base64 of 32 bytes), null when none was, or INVALID_CHECKSUM. */
export const readChecksum = (given: string | null | undefined): string | null => {
  if (given === null || given === undefined) return null;
  if (!util.matches('^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=\\z', given)) {
    refuse('INVALID_CHECKSUM', 'A SHA-256 is 32 bytes in base64: 43 characters and one =.');
  }
  return given;
};
