import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { bundleProgram } from './bundle';
import { runCompiled } from './runCompiled';
import { stopEsbuild } from './runEsbuild';

/** Bundles a program of this project, or reuses its last bundle, and runs it in this process. */
export const launch = async (entry: string): Promise<void> => {
  // The project checks the Node version itself.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  // graphql then skips a check per type that only helps to detect two copies of graphql.
  if (/^(bench|local)\//.test(entry)) process.env['NODE_ENV'] ??= 'production';
  const file = await bundleProgram(entry);
  await stopEsbuild();
  const run = async (): Promise<void> => void (await import(pathToFileURL(file).href));
  const keepCompiled = file.endsWith('.cjs') ? runCompiled(file) : await run();
  setTimeout(() => {
    keepCompiled?.();
    growSlowly();
  }, settledMilliseconds).unref();
};

/** Long enough for a program to have finished starting. */
const settledMilliseconds = 3_000;

/**
 * Makes V8 collect the old generation when it has grown by a fifth; by default it would let a heap of this size grow to
 * several times the live data. Set at run time: as a flag of Node it would disable V8's cache of Node's own modules.
 */
const growSlowly = (): void => setFlagsFromString('--heap-growing-percent=20');
