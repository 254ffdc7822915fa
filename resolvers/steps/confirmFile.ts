import { runtime, type Context } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { FileRow } from '../shared/fileRow';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<unknown, Pick<Stash, 'upload' | 'metadata' | 'versionId'>>;

/** If another call saved the upload first, reads what it saved: the same metadata gets the same response. */
export const request = (ctx: Ctx) => {
  if (ctx.prev.result) runtime.earlyReturn(ctx.prev.result);
  const { UserId, FileId } = ctx.stash.upload;
  return get({ key: { UserId, FileId }, consistentRead: true });
};

export const response = (ctx: Ctx): FileRow => {
  failOnSourceError(ctx);
  const row: FileRow | null = ctx.result;
  const { metadata, versionId } = ctx.stash;
  const isSame =
    row?.Status === 'AVAILABLE' &&
    row.VersionId === versionId &&
    row.FileName === metadata.FileName &&
    row.Extra === metadata.Extra;
  return isSame ? row : refuse('STATE_CONFLICT', 'The upload was saved or ended in the meantime.');
};
