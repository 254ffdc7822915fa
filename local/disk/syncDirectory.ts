import { open } from 'node:fs/promises';
import { platform } from 'node:os';

/** Makes a rename or removal in a directory survive a power cut. Windows can neither open directories nor needs it. */
export const syncDirectory = async (path: string): Promise<void> => {
  if (platform() === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
};
