import { pathToFileURL } from 'node:url';
import { bundleProgram } from './bundle';

/** Bundles a program of this project, or takes the bundle of the last time, and runs it in this process. */
export const launch = async (entry: string): Promise<void> => {
  await import(pathToFileURL(await bundleProgram(entry)).href);
};
