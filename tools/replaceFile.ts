import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/**
 * Writes a file atomically: a reader at any moment finds either the whole old text or the whole new one. The draft lies
 * beside the file, or, for a folder whose readers take every file in it, in another folder on the same disk.
 */
export const replaceFile = async (
  path: string,
  data: string | Uint8Array,
  drafts = join(path, '..'),
): Promise<void> => {
  await Promise.all([join(path, '..'), drafts].map((folder) => mkdir(folder, { recursive: true })));
  const draft = join(drafts, `${basename(path)}.${randomUUID()}.draft`);
  await writeFile(draft, data);
  await rename(draft, path);
};
