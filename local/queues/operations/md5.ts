import { createHash } from 'node:crypto';

/** The hex MD5 by which clients check that a body arrived as it was sent. */
export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
