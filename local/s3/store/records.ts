import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory } from '../../disk/syncDirectory';
import { writeDurably } from '../../disk/writeDurably';
import { StoreCorrupted } from '../errors';

/** A folder of JSON files, each replaced atomically; `write` and `remove` resolve once on disk. */
export interface Records<T> {
  readonly all: () => Promise<T[]>;
  readonly write: (name: string, record: T) => Promise<void>;
  readonly remove: (names: readonly string[]) => Promise<void>;
}

/** Opens a folder of records; `all` removes drafts left by a crash and rejects damaged records as StoreCorrupted. */
export const openRecords = async <T>(
  directory: string,
  isValid: (value: unknown) => value is T,
): Promise<Records<T>> => {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const pathOf = (name: string) => join(directory, `${name}.json`);

  // Nothing else runs while the store opens, and a synchronous read takes a twentieth of the time.
  const read = (path: string): T => {
    const value = parse(readFileSync(path, 'utf8'));
    if (!isValid(value)) throw new StoreCorrupted(path);
    return value;
  };

  const all = async (): Promise<T[]> => {
    const records: T[] = [];
    for (const file of await readdir(directory)) {
      if (file.endsWith('.json')) records.push(read(join(directory, file)));
      else if (file.endsWith('.draft')) await rm(join(directory, file), { force: true });
    }
    return records;
  };

  const remove = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await rm(pathOf(name), { force: true });
    await syncDirectory(directory);
  };

  return { all, write: (name, record) => writeDurably(pathOf(name), JSON.stringify(record)), remove };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not a valid record, so the caller reports the file as damaged
  }
};
