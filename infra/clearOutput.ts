import { readdir, rm } from 'node:fs/promises';
import { hasCode } from '../tools/hasCode';
import { InvalidOption } from './errors';

/** Empties the folder of an earlier cloud assembly. A folder that holds anything else is refused and left alone. */
export const clearOutput = async (directory: string): Promise<void> => {
  const entries = await listIfThere(directory);
  if (entries.length > 0 && !entries.includes('cdk.out')) {
    throw new InvalidOption(`${directory} holds something else than a cloud assembly: name another folder.`);
  }
  await rm(directory, { recursive: true, force: true });
};

const listIfThere = async (directory: string): Promise<readonly string[]> => {
  try {
    return await readdir(directory);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw new InvalidOption(`${directory} is not a folder that can be read.`, { cause: error });
  }
};
