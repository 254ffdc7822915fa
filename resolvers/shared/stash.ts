import type { DeletedFile } from '../../schema/generated/types';
import type { FilePage } from './filePage';
import type { FileRow } from './fileRow';
import type { SavedMetadata } from './savedMetadata';

/**
 * What steps leave for the handlers after them, beside their results. A step names in its `Ctx` the members that it
 * uses: `Context<Args, Pick<Stash, 'upload'>>`.
 */
export interface Stash {
  /** The row of a new upload, while it is being written. */
  reserved: FileRow;
  /** The row of the upload, as last read or written. */
  upload: FileRow;
  /** What the caller saves with the upload. */
  metadata: SavedMetadata;
  /** The object version that was proven. */
  versionId: string;
  /** The row of the file. */
  file: FileRow;
  /** The page whose URLs are being signed. */
  page: FilePage;
  /** The fileIds to delete, each once. */
  wanted: string[];
  /** The answer of `deleteFiles`. */
  deleted: DeletedFile[];
}
