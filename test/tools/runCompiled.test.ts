import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { runCompiled } from '../../tools/runCompiled';

const told: unknown[] = [];
beforeEach(() => {
  told.length = 0;
  Reflect.set(globalThis, 'tell', (value: unknown) => told.push(value));
});

/** The wrapper that `selfContainedOptions` adds. */
const wrapped = (text: string): string => `(function (exports, require, module, __filename, __dirname) { ${text} })`;

/** A folder with these programs, by file name. */
const folderOf = async (programs: Record<string, string>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-compiled-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(programs)) await writeFile(join(folder, name), text);
  return folder;
};

const keptOf = (file: string): string => `${file}.${process.version}-${cachedDataVersionTag().toString(16)}.v8`;

describe('a compiled program', () => {
  it('runs as CommonJS, with what was compiled of it and without', async () => {
    const text = wrapped(
      "const { basename } = require('node:path'); tell(`${basename(__filename)}, ${typeof module.exports}`);",
    );
    const file = join(await folderOf({ 'twin-4F2A.cjs': text }), 'twin-4F2A.cjs');

    runCompiled(file)();
    const before = await stat(keptOf(file));
    runCompiled(file)();

    expect(told).toEqual(['twin-4F2A.cjs, object', 'twin-4F2A.cjs, object']);
    expect((await stat(keptOf(file))).mtimeMs).toBe(before.mtimeMs);
  });

  it('leaves nothing of what it was before, and all of others', async () => {
    const files = ['twin-4F2A.cjs', 'twin-0000.cjs', 'twin-0000.cjs.v20.19.0-81f2.v8', 'twin-of-mine-0000.cjs'];
    const folder = await folderOf(Object.fromEntries(files.map((name) => [name, wrapped('tell(1)')])));

    runCompiled(join(folder, 'twin-4F2A.cjs'))();

    expect(await readdir(folder)).toEqual(['twin-4F2A.cjs', keptOf('twin-4F2A.cjs'), 'twin-of-mine-0000.cjs']);
  });

  it('is not run with what another Node kept, whose V8 may be patched differently', async () => {
    const folder = await folderOf({ 'twin-4F2A.cjs': wrapped('tell(1)') });
    const file = join(folder, 'twin-4F2A.cjs');
    const version = vi.spyOn(process, 'version', 'get');
    onTestFinished(() => version.mockRestore());

    for (const one of ['v20.19.0', 'v20.20.2']) {
      version.mockReturnValue(one);
      runCompiled(file)();
    }

    const tag = cachedDataVersionTag().toString(16);
    expect(await readdir(folder)).toEqual([
      'twin-4F2A.cjs',
      `twin-4F2A.cjs.v20.19.0-${tag}.v8`,
      `twin-4F2A.cjs.v20.20.2-${tag}.v8`,
    ]);
  });

  it('runs, and is compiled anew, when what was kept is broken', async () => {
    const folder = await folderOf({ 'twin-4F2A.cjs': wrapped('tell(1)'), [keptOf('twin-4F2A.cjs')]: 'broken' });
    const file = join(folder, 'twin-4F2A.cjs');

    runCompiled(file)();

    expect(told).toEqual([1]);
    expect(await readFile(keptOf(file), 'utf8')).not.toBe('broken');
  });
});
