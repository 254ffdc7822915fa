import type { Context } from '@aws-appsync/utils';
import type { SaveFileMetadataInput } from '../../schema/generated/types';
import { readExtra } from './extra';
import { readFileName } from './fileName';
import type { FileRow } from './fileRow';

/** The metadata that the caller saves: the name, and `extra` as a JSON string (`'null'` when there is none). */
export interface SavedMetadata {
  readonly FileName: string;
  readonly Extra: string;
}

/** Reads the metadata to save; refuses with INVALID_FILE_NAME or INVALID_EXTRA. */
export const readSavedMetadata = (ctx: Context, input: SaveFileMetadataInput, row: FileRow): SavedMetadata => ({
  FileName: readFileName(input.fileName ?? row.FileName),
  Extra: readExtra(ctx, input.extra),
});
