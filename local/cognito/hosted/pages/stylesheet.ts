import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../../tools/paths';

/** The path of the pages' stylesheet. */
export const stylesheetPath = '/hosted.css';

/** The stylesheet of all pages: a centred card, large touch targets, light and dark schemes. */
export const stylesheet = readFileSync(join(projectRoot, 'local/cognito/hosted/pages/hosted.css'), 'utf8');
