import { pathToFileURL } from 'node:url';
import { bundleProgram } from './bundle';
import { runCompiled } from './runCompiled';

/** Bundles a program of this project, or takes the bundle of the last time, and runs it in this process. */
export const launch = async (entry: string): Promise<void> => {
  // The project says itself which Node it supports.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  // graphql then leaves out a check of each type that only helps to find two copies of itself.
  if (/^(bench|local)\//.test(entry)) process.env['NODE_ENV'] ??= 'production';
  const file = await bundleProgram(entry);
  if (file.endsWith('.cjs')) runCompiled(file);
  else await import(pathToFileURL(file).href);
};
