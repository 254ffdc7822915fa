import { runtime, type Context } from '@aws-appsync/utils';
import type { StartMultipartEvent, StartedMultipart } from '../../functions/startMultipart/startMultipart';
import { callFunction } from '../shared/callFunction';
import type { FileRow } from '../shared/fileRow';
import { failOnSourceError } from '../shared/sourceError';

/** Starts the multipart upload of a file to be sent in parts, unless it has been started before. */
export const request = (ctx: Context) => {
  const row: FileRow = ctx.stash['upload'];
  if (!row.PartSize || row.UploadId) runtime.earlyReturn({});
  const payload: StartMultipartEvent = { key: row.S3Key, contentType: row.ContentType };
  return callFunction(ctx, payload);
};

export const response = (ctx: Context): StartedMultipart => {
  failOnSourceError(ctx);
  return ctx.result;
};
