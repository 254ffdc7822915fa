import type { Context } from '@aws-appsync/utils';
import type { SaveFileMetadataInput } from '../../schema/generated/types';
import { readFileName } from './fileName';
import type { FileRow } from './fileRow';
import { limitOf } from './limit';
import { refuse } from './refuse';

/** What the caller wants the row to say: the name and `extra` as JSON text (`null` when there is none). */
export interface SavedMetadata {
  readonly FileName: string;
  readonly Extra: string;
}

/** Reads the metadata to save, or refuses with INVALID_FILE_NAME or INVALID_EXTRA. */
export const readSavedMetadata = (ctx: Context, input: SaveFileMetadataInput, row: FileRow): SavedMetadata => {
  const Extra = JSON.stringify(input.extra ?? null);
  if (Extra !== 'null' && !Extra.startsWith('{')) refuse('INVALID_EXTRA', 'extra is a JSON object.');
  const most = limitOf(ctx, 'MAX_EXTRA_CHARACTERS');
  if (Extra.length > most) refuse('INVALID_EXTRA', `extra may have ${most} characters of JSON at the most.`);
  return { FileName: input.fileName ? readFileName(input.fileName) : row.FileName, Extra };
};
