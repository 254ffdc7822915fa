import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { damageOfLog } from './damageOfLog';
import { tablesInUse } from './tablesInUse';

/**
 * Describes why a LevelDB folder must not be opened as it is; undefined if it may be. LevelDB itself treats a folder
 * without CURRENT as new and removes its files, and skips a log that it cannot read: either would silently lose rows.
 * https://github.com/google/leveldb/blob/main/doc/impl.md
 */
export const findDamage = async (folder: string): Promise<string | undefined> => {
  const names = await readdir(folder);
  const logs = names.filter((name) => name.endsWith('.log'));
  const rowFiles = names.filter((name) => /\.(ldb|sst)$/.test(name));
  const hasBegun = names.some((name) => /\.(ldb|sst|log)$/.test(name) || isLaterManifest(name));
  if (!names.includes('CURRENT')) return hasBegun ? 'the file CURRENT is missing' : undefined;

  const manifest = (await readFile(join(folder, 'CURRENT'), 'latin1')).trimEnd();
  if (!/^MANIFEST-\d+$/.test(manifest)) return 'the file CURRENT is unreadable';
  if (!names.includes(manifest)) return `the file ${manifest} is missing`;
  if (logs.length === 0 && isLaterManifest(manifest)) return 'the log is missing';
  for (const name of logs) {
    const damage = damageOfLog(await readFile(join(folder, name)));
    if (damage !== undefined) return `the log ${name} ${damage}`;
  }
  const inUse = tablesInUse(await readFile(join(folder, manifest)));
  for (const name of rowFiles) {
    if (!inUse.has(Number.parseInt(name, 10))) continue; // a crash may leave an incomplete file that is not in use
    if (!(await hasFooter(join(folder, name)))) return `the file ${name} is unreadable`;
  }
  return undefined;
};

/** MANIFEST-000001 precedes the first complete open: a crash may leave it alone in the folder, with no data yet. */
const isLaterManifest = (name: string): boolean => name.startsWith('MANIFEST-') && name !== 'MANIFEST-000001';

/** The last bytes of each table file. https://github.com/google/leveldb/blob/main/doc/table_format.md */
const footer = Buffer.from('57fb808b247547db', 'hex');

const hasFooter = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const end = Buffer.alloc(footer.length);
    if (size < end.length) return false;
    await file.read(end, 0, end.length, size - end.length);
    return end.equals(footer);
  } finally {
    await file.close();
  }
};
