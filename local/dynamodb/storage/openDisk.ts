import { ClassicLevel } from 'classic-level';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pid } from 'node:process';
import { syncDirectory } from '../../disk/syncDirectory';
import { DirectoryDamaged, DirectoryInUse, DirectoryUnusable } from '../errors';
import { findDamage } from './inspect/findDamage';
import { levelStorage } from './levelStorage';
import type { Storage } from './storage';

/**
 * Opens the storage in a folder, creating it if missing. LevelDB locks the folder through the operating system, so the
 * lock ends with the process, however that dies; the pid file only serves the error message. Each write is one record
 * of LevelDB's log, synced before it is acknowledged: a redo log that is replayed on open.
 * https://github.com/google/leveldb/blob/main/doc/index.md#synchronous-writes
 */
export const openDisk = async (directory: string): Promise<Storage> => {
  const rows = join(directory, 'rows');
  const owner = join(directory, 'owner.pid');
  const unusable = (error: NodeJS.ErrnoException): never => {
    throw new DirectoryUnusable(directory, error.code ?? error.message, { cause: error });
  };
  const made = await mkdir(rows, { recursive: true, mode: 0o700 }).catch(unusable);
  const damage = await findDamage(rows).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') unusable(error);
    return undefined; // a file vanished meanwhile: another twin is running, as opening LevelDB will show
  });
  if (damage !== undefined) throw new DirectoryDamaged(directory, damage);
  const level = new ClassicLevel<string, string>(rows);
  await level.open().catch(async (error: unknown) => {
    throw await failureOf(error, { directory, owner });
  });
  await claim({ owner, made, folders: [rows, directory] }).catch(async (error: NodeJS.ErrnoException) => {
    await level.close();
    unusable(error);
  });
  const storage = levelStorage(level, (operations) => level.batch(operations, { sync: true }));
  const close = async () => {
    await rm(owner, { force: true });
    await storage.close();
  };
  return { ...storage, close };
};

/** Writes the pid file, and makes folders that were just created survive a power cut. */
const claim = async ({
  owner,
  made,
  folders,
}: {
  owner: string;
  made: string | undefined;
  folders: readonly string[];
}) => {
  await writeFile(owner, `${pid}\n`, { mode: 0o600 });
  const changed = made === undefined ? [] : [...folders, dirname(made)];
  for (const folder of changed) await syncDirectory(folder);
};

const failureOf = async (error: unknown, { directory, owner }: { directory: string; owner: string }) => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  const code = cause !== undefined && 'code' in cause ? cause.code : undefined;
  const reason = cause?.message ?? String(error);
  if (code === 'LEVEL_LOCKED') return new DirectoryInUse(await readPid(owner));
  if (code === 'LEVEL_CORRUPTION') return new DirectoryDamaged(directory, reason, { cause: error });
  return new DirectoryUnusable(directory, reason, { cause: error });
};

const readPid = async (owner: string): Promise<number | undefined> => {
  const text = await readFile(owner, 'utf8').catch(() => '');
  return /^\d+\s*$/.test(text) ? Number(text) : undefined;
};
