import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

/**
 * Runs a CommonJS file, which has Node's wrapper around it already, with what V8 compiled of it in an earlier run. That is
 * kept beside it, for each V8 and its flags: `twin-4F2A.cjs` with `twin-4F2A.cjs.81f2.v8`. Another text must have another
 * hash in its name: V8 looks at the length only. From version 22 on Node could do it itself
 * (`module.enableCompileCache`). Returns what keeps it, for when the program has run what it runs at its start; it does
 * nothing when that is kept already. https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export const runCompiled = (file: string): (() => void) => {
  const text = readFileSync(file, 'latin1');
  const kept = `${file}.${cachedDataVersionTag().toString(16)}.v8`;
  const cachedData = readIfThere(kept);
  const script = new Script(text, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return () => {
    // V8 rejects what another version of it compiled.
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

/** Keeps what was compiled, and nothing of what the program was before. Without it the next start is slower, no more. */
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

const hash = /-\w+\.cjs(?:\.\w+\.v8)?$/;
