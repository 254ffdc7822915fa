import type { FileErrorCode } from '../../schema/generated/types';

/** For each error code of the contract: what it means to the user, and what helps. */
export const errorWords: Readonly<Record<FileErrorCode, string>> = {
  NOT_FOUND: 'This file is no longer there.',
  INVALID_FILE_NAME: 'This name cannot be used: 1 to 255 visible characters, without / or \\.',
  INVALID_SIZE: 'The file is empty. There is nothing to upload.',
  FILE_TOO_LARGE: 'The file is too large for MyFiles.',
  QUOTA_EXCEEDED: 'There is not enough space. Delete files for good, or discard unfinished uploads.',
  TOO_MANY_UPLOADS: 'Too many uploads are unfinished. Finish or discard some first.',
  CONTENT_TYPE_NOT_ALLOWED: 'Files of this type are not accepted.',
  INVALID_CHECKSUM: 'The checksum of the file could not be calculated. Try again.',
  INVALID_EXTRA: 'The notes of this file are too large to keep.',
  INVALID_ARGUMENT: 'The server could not understand the request. Reload the page.',
  INVALID_NEXT_TOKEN: 'The list has changed. Reload the page.',
  UPLOAD_NOT_FOUND: 'This upload has ended. Try again from the beginning.',
  UPLOAD_EXPIRED: 'This upload was started too long ago. Try again from the beginning.',
  OBJECT_MISSING: 'The bytes have not arrived. Try again.',
  KEY_MISMATCH: 'The bytes arrived in an unexpected place. Try again.',
  SIZE_MISMATCH: 'The file changed while it was being uploaded. Try again.',
  CONTENT_TYPE_MISMATCH: 'The bytes arrived with an unexpected type. Try again.',
  CHECKSUM_MISMATCH: 'The bytes were damaged in transit. Try again.',
  STATE_CONFLICT: 'The file has been moved or deleted in the meantime.',
  VERSION_CONFLICT: 'The file was changed elsewhere. Look at it and try again.',
  BUSY: 'The server was busy with your files. Try again.',
};

/** Messages for everything else that can go wrong. */
export const otherWords = {
  unreachable: 'No connection. Try again once you are back online.',
  unanswered: 'The server does not answer. Try again.',
  unauthorized: 'You are signed out. Sign in again.',
  unreadable: 'The file can no longer be read. Choose it again.',
  unexpected: 'Something went wrong. Try again.',
} as const;
