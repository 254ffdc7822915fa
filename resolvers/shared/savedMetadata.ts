import type { Context } from '@aws-appsync/utils';
import type { SaveFileMetadataInput } from '../../schema/generated/types';
import { readExtra } from './extra';
import { readFileName } from './fileName';
import type { FileRow } from './fileRow';

/** What the caller wants the row to say: the name and `extra` as JSON text (`null` when there is none). */
export interface SavedMetadata {
  readonly FileName: string;
  readonly Extra: string;
}

/** Reads the metadata to save, or refuses with INVALID_FILE_NAME or INVALID_EXTRA. */
export const readSavedMetadata = (ctx: Context, input: SaveFileMetadataInput, row: FileRow): SavedMetadata => ({
  FileName: readFileName(input.fileName ?? row.FileName),
  Extra: readExtra(ctx, input.extra),
});
