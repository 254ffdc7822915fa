import type { Context } from '@aws-appsync/utils';
import type { ReadProgressEvent, StoredBytes } from '../../functions/readProgress/readProgress';
import type { UploadProgress } from '../../schema/generated/types';
import { callFunction } from '../shared/callFunction';
import { partCountOf } from '../shared/parts';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<unknown, Pick<Stash, 'upload'>>;

/** Asks storage what has arrived of the upload. */
export const request = (ctx: Ctx) => {
  const row = ctx.stash.upload;
  const payload: ReadProgressEvent = { key: row.S3Key, uploadId: row.UploadId ?? null };
  return callFunction(ctx, payload);
};

export const response = (ctx: Ctx): UploadProgress => {
  failOnSourceError(ctx);
  const row = ctx.stash.upload;
  const stored: StoredBytes = ctx.result;
  return {
    fileId: row.FileId,
    method: row.PartSize ? 'MULTIPART' : 'PUT',
    size: row.Size,
    partSize: row.PartSize ?? null,
    partCount: partCountOf(row),
    receivedBytes: stored.receivedBytes,
    receivedParts: stored.parts,
  };
};
