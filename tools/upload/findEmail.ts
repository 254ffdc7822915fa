import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../../local/disk/writeDurably';
import { CommandFailed } from '../errors';
import { failureOf } from './failure';

/** The address to sign in with: from the command line, else the last one used, else asked for. */
export const findEmail = async (
  { email, directory }: { readonly email: string | undefined; readonly directory: string },
  ask: () => Promise<string>,
): Promise<string> => {
  const found = email ?? (await read(fileIn(directory))) ?? (await ask()).trim();
  if (found === '') throw new CommandFailed('Name who signs in: npm run upload -- FILES… --email EMAIL');
  return found;
};

/** Remembers the address of who signed in, and nothing else. Rejects with CommandFailed where nothing can be written. */
export const rememberEmail = async (directory: string, email: string): Promise<void> => {
  try {
    await writeDurably(fileIn(directory), `${JSON.stringify({ email })}\n`);
  } catch (cause) {
    throw new CommandFailed(`Cannot write to ${directory}, where uploads are remembered: ${failureOf(cause).message}`, {
      cause,
    });
  }
};

const fileIn = (directory: string): string => join(directory, 'uploader.json');

const read = async (path: string): Promise<string | undefined> => {
  try {
    const stored: unknown = JSON.parse(await readFile(path, 'utf8'));
    const email: unknown = Reflect.get(Object(stored), 'email');
    return typeof email === 'string' && email !== '' ? email : undefined;
  } catch {
    return undefined; // missing or not understood: the user is asked
  }
};
