import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataDirectoryUnusable } from '../errors';

/** Where each service keeps its data. */
export interface DataFolder {
  /** Absent: nothing outlives the process. */
  readonly directory?: string;
  readonly tables?: string;
  readonly userPool?: string;
  readonly queues?: string;
  /** File contents are always on disk; without a `directory`, in a temporary folder. */
  readonly bytes: string;
  /** For the certificates of a twin that is given no folder for them. */
  readonly certificates: string;
  readonly close: () => Promise<void>;
}

/** Opens the folder, creating it if missing; without a directory, a temporary one that `close` removes. */
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

/** Removes the services' data from a folder and nothing else: secrets and certificates stay. */
export const emptyDataFolder = async (directory: string): Promise<void> => {
  for (const path of Object.values(partsOf(directory))) await rm(path, { recursive: true, force: true });
};

const partsOf = (directory: string) => ({
  tables: join(directory, 'dynamodb'),
  userPool: join(directory, 'cognito'),
  queues: join(directory, 'sqs'),
  bytes: join(directory, 's3'),
});
