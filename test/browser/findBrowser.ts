import { existsSync } from 'node:fs';

/** The path of a local Chromium: from CHROMIUM, else from the usual places on Linux. */
export const findBrowser = (): string => {
  const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (found === undefined)
    throw new Error('There is no Chromium. Install it (apt-get install chromium), or say where with CHROMIUM=…');
  return found;
};
