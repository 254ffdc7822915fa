import { open } from 'node:fs/promises';

/** Makes a rename or removal in a directory survive a power cut. Windows cannot open directories; it needs no such call. */
export const syncDirectory = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
};
