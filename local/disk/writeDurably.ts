import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncDirectory } from './syncDirectory';

/**
 * Replaces a file atomically: a reader finds either the old bytes or the new ones, even after kill -9 or a power cut.
 * Resolves once the new bytes are on disk.
 */
export const writeDurably = async (path: string, data: string | Uint8Array, mode = 0o600): Promise<void> => {
  const draft = `${path}.${randomUUID()}.draft`;
  try {
    const file = await open(draft, 'wx', mode);
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
};
