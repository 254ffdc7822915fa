import { createHash } from 'node:crypto';

/** By which clients check that a body came as it was sent. */
export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
