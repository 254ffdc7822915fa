import type { Context } from '@aws-appsync/utils';
import type { DiscardUploadEvent } from '../../functions/discardUpload/discardUpload';
import type { FileRow } from '../shared/fileRow';
import { failOnSourceError } from '../shared/sourceError';

/** Has storage forget what arrived of the upload. */
export const request = (ctx: Context) => {
  const row: FileRow = ctx.stash['upload'];
  const payload: DiscardUploadEvent = { key: row.S3Key, uploadId: row.UploadId ?? null };
  return { operation: 'Invoke', payload };
};

export const response = (ctx: Context): unknown => {
  failOnSourceError(ctx);
  return ctx.result;
};
