import type { FileErrorCode } from '../../schema/generated/types';

/** For each error code of the contract: what it means to the user, and what helps. */
export const errorWords: Readonly<Record<FileErrorCode, string>> = {
  NOT_FOUND: 'This file is no longer there.',
  INVALID_FILE_NAME: 'This name cannot be used: 1 to 255 characters, without / or \\.',
  INVALID_SIZE: 'The file is empty. There is nothing to upload.',
  FILE_TOO_LARGE: 'The file is larger than MyFiles takes.',
  QUOTA_EXCEEDED: 'There is not enough space. Delete files for good, or empty the trash.',
  TOO_MANY_UPLOADS: 'Too many uploads are unfinished. Finish or discard some first.',
  CONTENT_TYPE_NOT_ALLOWED: 'Files of this type are not taken.',
  INVALID_CHECKSUM: 'The checksum of the file could not be made. Try again.',
  INVALID_EXTRA: 'The notes of this file cannot be kept: they are too large.',
  INVALID_ARGUMENT: 'The request made no sense to the server. Reload the page.',
  INVALID_NEXT_TOKEN: 'The list has changed. Reload the page.',
  UPLOAD_NOT_FOUND: 'This upload is over. Try again from the beginning.',
  UPLOAD_EXPIRED: 'This upload was begun too long ago. Try again from the beginning.',
  OBJECT_MISSING: 'The bytes have not arrived. Try again.',
  KEY_MISMATCH: 'The bytes arrived at another place than expected. Try again.',
  SIZE_MISMATCH: 'The file changed while it was being uploaded. Try again.',
  CONTENT_TYPE_MISMATCH: 'The bytes arrived as another type than expected. Try again.',
  CHECKSUM_MISMATCH: 'The bytes were damaged on the way. Try again.',
  STATE_CONFLICT: 'The file was moved or deleted meanwhile.',
  VERSION_CONFLICT: 'The file was changed elsewhere meanwhile. Look at it, and try again.',
  BUSY: 'The server was busy with your files. Try again.',
};

/** Messages for everything else that can go wrong. */
export const otherWords = {
  unreachable: 'No connection. It goes on as soon as there is one.',
  unauthorized: 'You are signed out. Sign in again.',
  unreadable: 'The file can no longer be read. Choose it again.',
  unexpected: 'Something went wrong. Try again.',
} as const;
