import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { replaceFile } from './buildCache';
import { bundleProgram } from './bundle';
import { buildDirectory } from './paths';

/** Bundles a program of this project, or takes the bundle of the last time, and runs it in this process. */
export const launch = async (entry: string): Promise<void> => {
  // Beside the launcher, so that `tools/paths.ts` finds the project one folder up from either.
  const file = join(buildDirectory, `${entry.replace(/\W/g, '-')}.mjs`);
  await replaceFile(file, await bundleProgram(entry));
  await import(pathToFileURL(file).href);
};
