import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

/**
 * Runs a CommonJS file, already wrapped as Node does, with V8's code cache of an earlier run. The cache lies beside it,
 * one per version of Node and flags of V8: `twin-4F2A.cjs` with `twin-4F2A.cjs.v20.20.2-81f2.v8`. V8's tag leaves out
 * Node's patches of V8, and a Node with other patches crashes on such a cache. The file's name must contain a hash of
 * its text, since V8 compares only the length. Node 22 and newer could do this themselves
 * (`module.enableCompileCache`). Returns a function that saves the cache if it is missing or was rejected; call it once
 * the program has started.
 * https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export const runCompiled = (file: string): (() => void) => {
  const text = readFileSync(file, 'latin1');
  const kept = `${file}.${process.version}-${cachedDataVersionTag().toString(16)}.v8`;
  const cachedData = readIfThere(kept);
  const script = new Script(text, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return () => {
    // V8 rejects a cache from another V8 version.
    if (cachedData === undefined || script.cachedDataRejected === true) keep(file, kept, script);
  };
};

const readIfThere = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

/** Saves the code cache and removes the program's older bundles and caches. If it fails, the next start is slower. */
const keep = (file: string, kept: string, script: Script): void => {
  const folder = dirname(file);
  const name = basename(file);
  const isOlder = (other: string): boolean =>
    other.replace(hash, '') === name.replace(hash, '') && !other.startsWith(name);
  try {
    const draft = `${kept}.${process.pid}.draft`;
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, kept);
    for (const other of readdirSync(folder).filter(isOlder)) rmSync(join(folder, other), { force: true });
  } catch {
    return;
  }
};

const hash = /-\w+\.cjs(?:\.[\w.-]+\.v8)?$/;
