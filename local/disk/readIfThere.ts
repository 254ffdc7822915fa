import { readFile } from 'node:fs/promises';
import { hasCode } from '../../tools/hasCode';

/** The text of a file; undefined if it does not exist. */
export const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
};
