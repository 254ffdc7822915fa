import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { lookup } from 'mrmime';
import { FileChanged, NotAFile } from './errors';

/** A file as it is now; its bytes are read when they are sent. */
export interface LocalFile {
  readonly path: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly modifiedAtMs: number;
}

/** The file at a path. */
export const openLocalFile = async (path: string): Promise<LocalFile> => {
  const {
    size,
    mtimeMs: modifiedAtMs,
    ...entry
  } = await stat(path).then((found) => ({
    size: found.size,
    mtimeMs: found.mtimeMs,
    isFile: found.isFile(),
  }));
  if (!entry.isFile) throw new NotAFile('It is not a file.');
  const name = basename(path);
  return { path: resolve(path), name, contentType: lookup(name) ?? 'application/octet-stream', size, modifiedAtMs };
};

/** Rejects when the file is not the one that was opened. */
export const requireUnchanged = async (file: LocalFile): Promise<void> => {
  const { size, mtimeMs } = await stat(file.path);
  if (size !== file.size || mtimeMs !== file.modifiedAtMs) throw new FileChanged();
};

/** The SHA-256 of a file in base64, in the memory of a few chunks. */
export const sha256Of = async ({ path }: LocalFile): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('base64');
};
