import { ClassicLevel } from 'classic-level';
import { randomBytes } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDamage } from '../../../../../local/dynamodb/storage/inspect/findDamage';
import { tablesInUse } from '../../../../../local/dynamodb/storage/inspect/tablesInUse';
import { temporaryFolder } from '../../temporaryFolder';

/** Writes rows that LevelDB has compacted several times. */
const writeRows = async (folder: string): Promise<void> => {
  const level = new ClassicLevel<string, string>(folder, { writeBufferSize: 64 * 1024, maxFileSize: 1024 * 1024 });
  for (let round = 0; round < 40; round += 1) {
    const rows = Array.from({ length: 100 }, (_, index) => `${(index * 37 + round) % 1000}`);
    await level.batch(rows.map((key) => ({ type: 'put', key, value: randomBytes(1000).toString('hex') })));
  }
  await level.compactRange('0', '9');
  await level.close();
};

const tablesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.ldb'));

const manifestIn = async (folder: string): Promise<Buffer> =>
  readFile(join(folder, (await readFile(join(folder, 'CURRENT'), 'latin1')).trimEnd()));

describe('tablesInUse', () => {
  it('gives the files that LevelDB keeps', async () => {
    await using folder = await temporaryFolder();
    await writeRows(folder.path);

    const inUse = tablesInUse(await manifestIn(folder.path));

    expect(inUse.size).toBeGreaterThan(1);
    expect([...inUse].sort()).toEqual((await tablesIn(folder.path)).map((name) => Number.parseInt(name, 10)).sort());
  });

  it('gives what is whole of a manifest that was cut off anywhere', async () => {
    await using folder = await temporaryFolder();
    await writeRows(folder.path);
    const manifest = await manifestIn(folder.path);

    for (let length = 0; length < manifest.length; length += 7) {
      expect(() => tablesInUse(manifest.subarray(0, length))).not.toThrow();
    }
  });
});

describe('a table that a crash cut short', () => {
  it('is no damage, unless the manifest refers to it', async () => {
    await using folder = await temporaryFolder();
    await using other = await temporaryFolder();
    await writeRows(folder.path);
    await cp(folder.path, other.path, { recursive: true });
    const [table = ''] = await tablesIn(folder.path);
    const half = (await readFile(join(folder.path, table))).subarray(0, 1000);

    await writeFile(join(folder.path, '999999.ldb'), half);
    await writeFile(join(other.path, table), half);

    expect(await findDamage(folder.path)).toBeUndefined();
    expect(await findDamage(other.path)).toBe(`the file ${table} is unreadable`);
  });
});
