import { ClassicLevel } from 'classic-level';
import { cp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDamage } from '../../../../../local/dynamodb/storage/inspect/findDamage';
import { openDisk } from '../../../../../local/dynamodb/storage/openDisk';
import { temporaryFolder } from '../../temporaryFolder';

describe('findDamage', () => {
  it('finds none where the making of a folder was cut short, so that it is made again', async () => {
    await using folder = await temporaryFolder();
    const rows = join(folder.path, 'rows');
    const level = new ClassicLevel<string, string>(rows);
    await level.open();
    await level.close();
    const names = await readdir(rows);
    const manifest = names.find((name) => name.startsWith('MANIFEST-')) ?? '';
    for (const name of names) if (name !== manifest) await rm(join(rows, name));
    await rename(join(rows, manifest), join(rows, 'MANIFEST-000001'));

    const damage = await findDamage(rows);
    const storage = await openDisk(folder.path);
    await storage.close();

    expect(damage).toBeUndefined();
  });

  it('finds that CURRENT is missing where anything could have been written, if only to a log', async () => {
    await using folder = await temporaryFolder();
    await using other = await temporaryFolder();
    const level = new ClassicLevel<string, string>(folder.path);
    await level.put('key', 'value');
    await level.close();
    await rm(join(folder.path, 'CURRENT'));
    const [log = ''] = (await readdir(folder.path)).filter((name) => name.endsWith('.log'));
    await cp(join(folder.path, log), join(other.path, log));

    expect(await findDamage(folder.path)).toBe('the file CURRENT is missing');
    expect(await findDamage(other.path)).toBe('the file CURRENT is missing');
  });
});
