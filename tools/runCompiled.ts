import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { replaceFile } from './buildCache';

/** Long enough after its start that a program has run what it runs at its start. */
const settledMilliseconds = 3_000;

/**
 * Runs a CommonJS file with what V8 compiled of it in an earlier run, which is kept beside it, for each V8 and its
 * flags: `twin-4F2A.cjs` with `twin-4F2A.cjs.81f2.v8`. Another text must have another hash in its name: V8 looks at the
 * length only. From version 22 on Node could do it itself (`module.enableCompileCache`).
 * https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export const runCompiled = (file: string): void => {
  const text = readFileSync(file, 'latin1');
  const kept = `${file}.${cachedDataVersionTag().toString(16)}.v8`;
  const cachedData = readIfThere(kept);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
    filename: file,
    cachedData,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  if (cachedData === undefined || script.cachedDataRejected === true) {
    setTimeout(() => void keep(file, kept, script.createCachedData()).catch(ignore), settledMilliseconds).unref();
  }
};

const readIfThere = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

/** Keeps what was compiled, and nothing of what the program was before. */
const keep = async (file: string, kept: string, compiled: Buffer): Promise<void> => {
  await replaceFile(kept, compiled);
  const name = basename(file);
  const folder = dirname(file);
  const isOlder = (other: string): boolean =>
    other.replace(hash, '') === name.replace(hash, '') && !other.startsWith(name);
  const older = (await readdir(folder)).filter(isOlder);
  await Promise.all(older.map((other) => rm(join(folder, other), { force: true })));
};

const hash = /-\w+\.cjs(?:\.\w+\.v8)?$/;

/** Without it the next start is slower, no more. */
const ignore = (): void => undefined;
