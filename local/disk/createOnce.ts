import { randomUUID } from 'node:crypto';
import { link, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from '../../tools/hasCode';
import { syncDirectory } from './syncDirectory';
import { writeDurably } from './writeDurably';

/**
 * Creates a file atomically unless it exists. Of several processes that try at once, one succeeds, and afterwards all
 * read its bytes.
 */
export const createOnce = async (path: string, data: string | Uint8Array, mode = 0o600): Promise<void> => {
  const draft = `${path}.${randomUUID()}.first`;
  await writeDurably(draft, data, mode);
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncDirectory(dirname(path));
};
