import { runtime, type Context } from '@aws-appsync/utils';
import type { StartMultipartEvent, StartedMultipart } from '../../functions/startMultipart/startMultipart';
import { callFunction } from '../shared/callFunction';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<unknown, Pick<Stash, 'upload'>>;

/** Starts the multipart upload of a file to be sent in parts, unless it has been started before. */
export const request = (ctx: Ctx) => {
  const row = ctx.stash.upload;
  if (!row.PartSize || row.UploadId) runtime.earlyReturn({});
  const payload: StartMultipartEvent = { key: row.S3Key, contentType: row.ContentType };
  return callFunction(ctx, payload);
};

export const response = (ctx: Ctx): StartedMultipart => {
  failOnSourceError(ctx);
  return ctx.result;
};
