import type { Context } from '@aws-appsync/utils';
import type { ReadProgressEvent, StoredBytes } from '../../functions/readProgress/readProgress';
import type { UploadProgress } from '../../schema/generated/types';
import { callFunction } from '../shared/callFunction';
import type { FileRow } from '../shared/fileRow';
import { partCountOf } from '../shared/parts';
import { failOnSourceError } from '../shared/sourceError';

/** Asks storage what has arrived of the upload. */
export const request = (ctx: Context) => {
  const row: FileRow = ctx.stash['upload'];
  const payload: ReadProgressEvent = { key: row.S3Key, uploadId: row.UploadId ?? null };
  return callFunction(ctx, payload);
};

export const response = (ctx: Context): UploadProgress => {
  failOnSourceError(ctx);
  const row: FileRow = ctx.stash['upload'];
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
