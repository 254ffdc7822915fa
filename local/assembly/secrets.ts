import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readIfThere } from '../disk/readIfThere';
import { writeDurably } from '../disk/writeDurably';

/** Derives the secret for a purpose: stable for one data folder, and not guessable from outside. */
export type Secrets = (purpose: string) => string;

/** The secrets of a data folder, created on its first run (mode 0600); without a folder, fresh ones. */
export const openSecrets = async (directory?: string): Promise<Secrets> => {
  const root = directory === undefined ? newRoot() : await keptRoot(join(directory, 'secret'));
  return (purpose) => createHmac('sha256', root).update(purpose).digest('base64url');
};

const newRoot = (): string => randomBytes(32).toString('base64url');

const keptRoot = async (path: string): Promise<string> => {
  const kept = await readIfThere(path);
  if (kept !== undefined) return kept;
  const root = newRoot();
  await writeDurably(path, root);
  return root;
};
