import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { bundleProgram } from './bundle';
import { runCompiled } from './runCompiled';

/** Bundles a program of this project, or takes the bundle of the last time, and runs it in this process. */
export const launch = async (entry: string): Promise<void> => {
  // The project says itself which Node it supports.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  // graphql then leaves out a check of each type that only helps to find two copies of itself.
  if (/^(bench|local)\//.test(entry)) process.env['NODE_ENV'] ??= 'production';
  const file = await bundleProgram(entry);
  const run = async (): Promise<void> => void (await import(pathToFileURL(file).href));
  const keepCompiled = file.endsWith('.cjs') ? runCompiled(file) : await run();
  setTimeout(() => {
    keepCompiled?.();
    growSlowly();
  }, settledMilliseconds).unref();
};

/** Long enough after its start that a program has run what it runs at its start. */
const settledMilliseconds = 3_000;

/**
 * Has V8 collect the old part of the heap when it has grown by a fifth, where it would let one of this size grow to several
 * times of what is alive. Said later than by a flag of Node's, which would keep V8 from its cache of Node's own modules.
 */
const growSlowly = (): void => setFlagsFromString('--heap-growing-percent=20');
