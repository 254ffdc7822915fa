import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataDirectoryUnusable } from '../errors';

/** Where the services keep what they keep. */
export interface DataFolder {
  /** Absent: nothing is to outlive the process. */
  readonly directory?: string;
  readonly tables?: string;
  readonly userPool?: string;
  readonly queues?: string;
  /** Bytes of files are always on disk; without a `directory`, in a temporary folder. */
  readonly bytes: string;
  /** Certificates of a run that keeps none. */
  readonly certificates: string;
  readonly close: () => Promise<void>;
}

/** Opens (and makes) the folder, or a temporary one when there is none. */
export const openDataFolder = async (directory?: string): Promise<DataFolder> => {
  if (directory === undefined) {
    const root = await mkdtemp(join(tmpdir(), 'myfiles-twin-'));
    return {
      bytes: join(root, 's3'),
      certificates: join(root, 'tls'),
      close: () => rm(root, { recursive: true, force: true }),
    };
  }
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new DataDirectoryUnusable(directory, cause);
  }
  const parts = partsOf(directory);
  const certificates = join(directory, 'tls');
  return { directory, ...parts, certificates, close: async () => undefined };
};

/** Removes the twin's data from a folder, and nothing else that may lie there. */
export const emptyDataFolder = async (directory: string): Promise<void> => {
  for (const path of Object.values(partsOf(directory))) await rm(path, { recursive: true, force: true });
};

const partsOf = (directory: string) => ({
  tables: join(directory, 'dynamodb'),
  userPool: join(directory, 'cognito'),
  queues: join(directory, 'sqs'),
  bytes: join(directory, 's3'),
});
