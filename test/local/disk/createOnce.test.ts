import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createOnce } from '../../../local/disk/createOnce';

it('makes one file of many attempts, whole, and leaves nothing else behind', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'myfiles-once-'));
  const file = join(directory, 'file');
  const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(100_000));
  try {
    await Promise.all(texts.map((text) => createOnce(file, text)));
    const made = await readFile(file, 'utf8');
    await createOnce(file, 'late');

    expect(texts).toContain(made);
    expect(await readFile(file, 'utf8')).toBe(made);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(directory)).toEqual(['file']);
  } finally {
    await rm(directory, { recursive: true });
  }
});
