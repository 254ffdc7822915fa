import { vi } from 'vitest';
import type { Ask } from './startSession';
import { uploadsOfUppy, type FileOfUppy, type UppyFiles } from './uploadsOfUppy';

/** The part of Uppy's types that the tests use: the library's own would bring the DOM's types into every file. */
export interface Uppy extends UppyFiles {
  readonly addFile: (file: { name: string; type: string; data: Blob; meta?: FileOfUppy['meta'] }) => string;
  readonly setFileState: (id: string, state: RestoredState) => void;
  readonly getFile: (id: string) => FileOfUppy & RestoredState;
  readonly removeFile: (id: string) => void;
  readonly upload: () => Promise<{ readonly failed: unknown[] } | undefined>;
  readonly pauseAll: () => void;
  readonly resumeAll: () => void;
  readonly once: (event: string, run: () => void) => void;
  readonly use: (plugin: unknown, options: ReturnType<typeof uploadsOfUppy>) => void;
}

/** What Uppy's Golden Retriever keeps of a multipart upload. */
export interface RestoredState {
  readonly s3Multipart?: { readonly uploadId: string; readonly key: string };
}

/** The unmodified Uppy with its S3 plugin, uploading to MyFiles. */
export const openUppy = async (ask: Ask): Promise<Uppy> => {
  const core = await vi.importActual<{ default: new () => Uppy }>('@uppy/core');
  const plugin = await vi.importActual<{ default: unknown }>('@uppy/aws-s3');
  const uppy = new core.default();
  uppy.use(plugin.default, uploadsOfUppy(uppy, ask));
  return uppy;
};
