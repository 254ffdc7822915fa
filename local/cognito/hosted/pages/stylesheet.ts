import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../../tools/paths';

/** Where the stylesheet of the pages is served. */
export const stylesheetPath = '/hosted.css';

/** The one stylesheet: one card in the middle, wide touch targets, light and dark. */
export const stylesheet = readFileSync(join(projectRoot, 'local/cognito/hosted/pages/hosted.css'), 'utf8');
