import type { Context } from '@aws-appsync/utils';
import { limitOf } from './limit';
import { refuse } from './refuse';

/** The promised number of bytes; refuses with INVALID_SIZE or FILE_TOO_LARGE. */
export const readSize = (ctx: Context, size: number): number => {
  if (size < 1 || Math.floor(size) !== size) {
    refuse('INVALID_SIZE', 'The size must be a whole number of bytes, 1 or more.');
  }
  const most = limitOf(ctx, 'MAX_FILE_BYTES');
  if (size > most) refuse('FILE_TOO_LARGE', `A file may have at most ${most} bytes.`);
  return size;
};
