import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { replaceFile } from '../../tools/replaceFile';

it('puts no draft into a folder that is deployed as a whole', async () => {
  const root = await mkdtemp(join(tmpdir(), 'myfiles-drafts-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const deployed = join(root, 'deployed');
  const file = join(deployed, 'index.mjs');
  await replaceFile(file, 'first', join(root, 'drafts'));

  const writing = { done: false };
  const written = Promise.all(
    Array.from({ length: 200 }, (_, turn) => replaceFile(file, `turn ${turn}`, join(root, 'drafts'))),
  ).finally(() => (writing.done = true));
  const seen = new Set<string>();
  while (!writing.done) for (const name of await readdir(deployed)) seen.add(name);
  await written;

  expect([...seen]).toEqual(['index.mjs']);
  expect(await readFile(file, 'utf8')).toMatch(/^turn \d+$/);
  expect(await readdir(join(root, 'drafts'))).toEqual([]);
});
