import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataDirectoryUnusable } from './errors';

/** Where the twin keeps its data, and how to let go of it. */
export interface DataFolder {
  /** Absent: nothing is to outlive the process. */
  readonly directory?: string;
  /** Where bytes of files lie; with no `directory`, a temporary folder. */
  readonly bytes: string;
  readonly release: () => Promise<void>;
}

/** Opens (and makes) the folder, or a temporary one when there is none. */
export const openDataFolder = async (directory?: string): Promise<DataFolder> => {
  if (directory === undefined) {
    const bytes = await mkdtemp(join(tmpdir(), 'myfiles-twin-'));
    return { bytes, release: () => rm(bytes, { recursive: true, force: true }) };
  }
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new DataDirectoryUnusable(directory, cause);
  }
  return { directory, bytes: join(directory, 's3'), release: async () => undefined };
};
