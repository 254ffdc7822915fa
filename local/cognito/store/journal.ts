import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from '../../../tools/hasCode';
import { syncDirectory } from '../../disk/syncDirectory';
import { writeDurably } from '../../disk/writeDurably';

/** An append-only file of lines. An appended line is on disk; a line that a crash cut off is discarded. */
export interface Journal {
  /** The lines found on opening. */
  readonly lines: readonly string[];
  readonly append: (line: string) => Promise<void>;
  /** Replaces all lines at once. */
  readonly rewrite: (lines: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a journal, or creates one that only its owner can read. */
export const openJournal = async (file: string): Promise<Journal> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const state = await openAtEnd(file);

  return {
    lines: state.lines,
    append: async (line) => {
      const bytes = Buffer.from(`${line}\n`);
      try {
        await writeAll(state.handle, bytes, state.length);
        await state.handle.datasync();
      } catch (error) {
        // A full disk may have taken half of the line: the next append must not follow it.
        await state.handle.truncate(state.length);
        throw error;
      }
      state.length += bytes.length;
    },
    rewrite: async (lines) => {
      await writeDurably(file, lines.map((line) => `${line}\n`).join(''));
      await state.handle.close();
      const fresh = await openAtEnd(file);
      state.handle = fresh.handle;
      state.length = fresh.length;
    },
    close: () => state.handle.close(),
  };
};

/** Writes all bytes: on a disk that fills up, `write` may write only some and reports that in `bytesWritten` alone. */
const writeAll = async (handle: FileHandle, bytes: Buffer, position: number) => {
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
};

interface OpenFile {
  readonly lines: readonly string[];
  handle: FileHandle;
  length: number;
}

const openAtEnd = async (file: string): Promise<OpenFile> => {
  const handle = await openOrMake(file);
  const bytes = await readFile(handle);
  const length = bytes.lastIndexOf('\n') + 1;
  if (length < bytes.length) await handle.truncate(length);
  const text = bytes.subarray(0, length).toString('utf8');
  return { lines: text === '' ? [] : text.slice(0, -1).split('\n'), handle, length };
};

const openOrMake = async (file: string): Promise<FileHandle> => {
  try {
    return await open(file, 'r+');
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    const handle = await open(file, 'wx+', 0o600);
    await syncDirectory(dirname(file));
    return handle;
  }
};
