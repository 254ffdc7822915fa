import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { cachedBuild } from '../../tools/cachedBuild';
import { buildDirectory } from '../../tools/paths';

/** A build that reads one file and counts how often it runs. */
const setUp = async () => {
  const name = `test-${randomUUID()}`;
  const entry = join(buildDirectory, 'cache', `${name}.json`);
  const folder = join(buildDirectory, name);
  const input = join(folder, 'input.txt');
  await mkdir(folder, { recursive: true });
  await writeFile(input, 'one');
  onTestFinished(async () => {
    await rm(folder, { recursive: true });
    await rm(entry, { force: true });
  });
  const made = { count: 0 };
  const ask = (recipe = 'recipe') =>
    cachedBuild(name, recipe, async () => {
      made.count += 1;
      return { inputs: [join('.build', name, 'input.txt')], outputs: { text: await readFile(input, 'utf8') } };
    });
  return { input, entry, ask, made };
};

it('is made once while nothing changes', async () => {
  const { ask, made } = await setUp();

  expect([await ask(), await ask()]).toEqual([{ text: 'one' }, { text: 'one' }]);
  expect(made.count).toBe(1);
});

it('is made anew for another content, of the same length too, for another recipe, and when a file has gone', async () => {
  const { input, ask, made } = await setUp();
  await ask();

  await writeFile(input, 'two');
  expect(await ask()).toEqual({ text: 'two' });
  await ask('another recipe');
  expect(made.count).toBe(3);
  await rm(input);
  await expect(ask('another recipe')).rejects.toThrow('ENOENT');
});

it('is not made anew for a file that was touched, and need not read it twice', async () => {
  const { input, entry, ask, made } = await setUp();
  await ask();
  const before = await readFile(entry, 'utf8');

  await utimes(input, 1, 1);
  await ask();
  const touched = await readFile(entry, 'utf8');
  await ask();

  expect(made.count).toBe(1);
  expect(touched).not.toBe(before);
  expect(await readFile(entry, 'utf8')).toBe(touched);
});
