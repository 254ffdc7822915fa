import { util } from '@aws-appsync/utils';
import { refuse } from './refuse';

// 1 to 255 characters, no control, line or paragraph separator, lone surrogate or direction override, no / and no \.
const allowed = '^[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069/\\\\]{1,255}\\z';

/** The name in NFC; refuses with INVALID_FILE_NAME. */
export const readFileName = (given: string): string => {
  const name = util.str.normalize(given, 'nfc');
  const isBlank = name.trim() === '' || name === '.' || name === '..';
  if (isBlank || !util.matches(allowed, name)) {
    refuse(
      'INVALID_FILE_NAME',
      'A file name must have 1 to 255 characters, not only spaces, no control characters, / or \\, and not be . or ..',
    );
  }
  return name;
};

/** The form in which names are sorted and searched: NFC, lower case. */
export const fileNameKey = (name: string): string => util.str.normalize(name, 'nfc').toLowerCase();
