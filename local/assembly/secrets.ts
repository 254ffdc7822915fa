import { createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../disk/writeDurably';

/** A secret for a purpose: always the same for the same data folder, unknown to everyone else. */
export type Secrets = (purpose: string) => string;

/** The secrets of a data folder, made on first run (mode 0600); without a folder, new ones. */
export const openSecrets = async (directory?: string): Promise<Secrets> => {
  const root = directory === undefined ? newRoot() : await keptRoot(join(directory, 'secret'));
  return (purpose) => createHmac('sha256', root).update(purpose).digest('base64url');
};

const newRoot = (): string => randomBytes(32).toString('base64url');

const keptRoot = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const root = newRoot();
    await writeDurably(path, root);
    return root;
  }
};
