import { util } from '@aws-appsync/utils';
import { refuse } from './refuse';

// 1 to 255 characters: none of control, line or paragraph separator, half a surrogate pair, direction override, / or \.
const allowed = '^[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069/\\\\]{1,255}\\z';

/** The name in NFC, or INVALID_FILE_NAME. */
export const readFileName = (given: string): string => {
  const name = util.str.normalize(given, 'nfc');
  const isBlank = name.trim() === '' || name === '.' || name === '..';
  if (isBlank || !util.matches(allowed, name)) {
    refuse(
      'INVALID_FILE_NAME',
      'A file name has 1 to 255 characters, not only spaces, no control characters, no / or \\, and is neither . nor ..',
    );
  }
  return name;
};

/** What names are sorted and searched by: NFC, without regard to case. */
export const fileNameKey = (name: string): string => util.str.normalize(name, 'nfc').toLowerCase();
