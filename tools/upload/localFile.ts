import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { contentTypeOf } from '../contentTypeOf';
import { FileChanged, NotAFile } from './errors';

/** A file as it was when opened; its bytes are read when they are sent. */
export interface LocalFile {
  readonly path: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly modifiedAtMilliseconds: number;
}

/** The file at a path. */
export const openLocalFile = async (path: string): Promise<LocalFile> => {
  const found = await stat(path);
  if (!found.isFile()) throw new NotAFile('It is not a file.');
  const { size, mtimeMs: modifiedAtMilliseconds } = found;
  const name = basename(path);
  return { path: resolve(path), name, contentType: contentTypeOf(name), size, modifiedAtMilliseconds };
};

/** Rejects with FileChanged if the file has changed since it was opened. */
export const requireUnchanged = async (file: LocalFile): Promise<void> => {
  const { size, mtimeMs } = await stat(file.path);
  if (size !== file.size || mtimeMs !== file.modifiedAtMilliseconds) throw new FileChanged();
};
