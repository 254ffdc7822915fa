import { existsSync } from 'node:fs';

/** A Chromium of this machine: CHROMIUM says where, else it is looked for where Linux keeps it. */
export const findBrowser = (): string => {
  const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (found === undefined)
    throw new Error('There is no Chromium. Install it (apt-get install chromium), or say where with CHROMIUM=…');
  return found;
};
