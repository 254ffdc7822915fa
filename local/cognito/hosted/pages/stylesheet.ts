import { readFileSync } from 'node:fs';

/** Where the stylesheet of the pages is served. */
export const stylesheetPath = '/hosted.css';

/** The one stylesheet: one card in the middle, wide touch targets, light and dark. */
export const stylesheet = readFileSync(new URL('hosted.css', import.meta.url), 'utf8');
