import { runtime, type Context } from '@aws-appsync/utils';
import { prolonged, whileGoingOn } from '../shared/pendingUpload';
import { refuse } from '../shared/refuse';
import { failOnSourceError, hasConditionFailed } from '../shared/sourceError';
import type { Stash } from '../shared/stash';
import { updateRow } from '../shared/updateRow';

type Ctx = Context<unknown, Pick<Stash, 'upload'>>;

/** Keeps an upload from expiring while its parts are sent, as long as it is not too old. */
export const request = (ctx: Ctx) => {
  const { upload } = ctx.stash;
  const { CreatedAt: oldest, ...condition } = whileGoingOn(ctx);
  if (upload.CreatedAt <= oldest.gt) runtime.earlyReturn({});
  return updateRow(upload, prolonged(ctx), condition);
};

export const response = (ctx: Ctx): null => {
  if (hasConditionFailed(ctx)) {
    refuse('UPLOAD_NOT_FOUND', 'You have no such pending upload.');
  }
  failOnSourceError(ctx);
  ctx.stash.upload = ctx.result;
  return null;
};
