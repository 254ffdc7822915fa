import { readdir } from 'node:fs/promises';

/**
 * Says what is missing of a LevelDB folder. LevelDB takes a folder without CURRENT for a new one and removes
 * every row file that it does not know: such a folder must not be opened.
 */
export const missingPiece = async (folder: string): Promise<string | undefined> => {
  const names = await readdir(folder);
  const holdsRows = names.some((name) => /\.(ldb|sst)$|^MANIFEST-/.test(name));
  return holdsRows && !names.includes('CURRENT') ? 'the file CURRENT is missing' : undefined;
};
