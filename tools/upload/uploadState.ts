import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '../../config/limits';
import { writeDurably } from '../../local/disk/writeDurably';
import type { LocalFile } from './localFile';

/** The unfinished uploads, so that the next run resumes them. */
export interface UploadState {
  readonly recall: (file: LocalFile) => Promise<string | undefined>;
  readonly remember: (file: LocalFile, fileId: string) => Promise<void>;
  readonly forget: (file: LocalFile) => Promise<void>;
}

interface Begun {
  readonly fileId: string;
  readonly begunAtMilliseconds: number;
}

/** The longest that an upload can live: older ones have expired. */
const longestMilliseconds = (limits.uploadLifetimeSeconds + limits.pendingLifetimeSeconds) * 1000;

type Edit = (begun: Map<string, Begun>) => void;

/** Keeps them in the data folder, by user, path, size and modification time: a changed file is another one. */
export const createUploadState = (directory: string, email: string, now: () => number): UploadState => {
  const path = join(directory, 'uploads.json');
  const keyOf = (file: LocalFile): string => JSON.stringify([email, file.path, file.size, file.modifiedAtMilliseconds]);
  const write = async (edits: readonly Edit[]): Promise<void> => {
    const begun = await read(path, now() - longestMilliseconds);
    for (const edit of edits) edit(begun);
    await writeDurably(path, `${JSON.stringify(Object.fromEntries(begun), null, 2)}\n`);
  };
  // One write at a time, each based on the file's current content, which another run may have changed. Edits that
  // arrive meanwhile are written together.
  const edits: Edit[] = [];
  const queue: { last: Promise<void>; next?: Promise<void> | undefined } = { last: Promise.resolve() };
  const change = (edit: Edit): Promise<void> => {
    edits.push(edit);
    const changed = (queue.next ??= queue.last.then(() => {
      queue.next = undefined;
      return write(edits.splice(0));
    }));
    queue.last = changed.catch(() => undefined); // the caller handles the rejection
    return changed;
  };
  return {
    recall: async (file) => (await read(path, 0)).get(keyOf(file))?.fileId,
    remember: (file, fileId) => change((begun) => void begun.set(keyOf(file), { fileId, begunAtMilliseconds: now() })),
    forget: (file) => change((begun) => void begun.delete(keyOf(file))),
  };
};

/** The uploads begun since then; none when the file is missing or not understood. */
const read = async (path: string, sinceMilliseconds: number): Promise<Map<string, Begun>> => {
  try {
    const stored: unknown = JSON.parse(await readFile(path, 'utf8'));
    const entries: readonly (readonly [string, unknown])[] = Object.entries(stored ?? {});
    return new Map(
      entries.flatMap(([key, value]) =>
        isBegun(value) && value.begunAtMilliseconds >= sinceMilliseconds ? [[key, value]] : [],
      ),
    );
  } catch {
    return new Map();
  }
};

const isBegun = (value: unknown): value is Begun =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'fileId') === 'string' &&
  typeof Reflect.get(value, 'begunAtMilliseconds') === 'number';
