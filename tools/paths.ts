import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** What the tools build; it may be deleted at any time. */
export const buildDirectory = join(projectRoot, '.build');
