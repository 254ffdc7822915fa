import { runtime, type Context } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { FileRow } from '../shared/fileRow';
import { refuse } from '../shared/refuse';
import type { SavedMetadata } from '../shared/savedMetadata';
import { failOnSourceError } from '../shared/sourceError';

/** If another call saved the upload first, reads what it saved: the same metadata gets the same response. */
export const request = (ctx: Context) => {
  if (ctx.prev.result) runtime.earlyReturn(ctx.prev.result);
  const { UserId, FileId }: FileRow = ctx.stash['upload'];
  return get({ key: { UserId, FileId }, consistentRead: true });
};

export const response = (ctx: Context): FileRow => {
  failOnSourceError(ctx);
  const row: FileRow | null = ctx.result;
  const metadata: SavedMetadata = ctx.stash['metadata'];
  const isSame =
    row?.Status === 'AVAILABLE' &&
    row.VersionId === ctx.stash['versionId'] &&
    row.FileName === metadata.FileName &&
    row.Extra === metadata.Extra;
  return isSame ? row : refuse('STATE_CONFLICT', 'The upload was saved or ended in the meantime.');
};
