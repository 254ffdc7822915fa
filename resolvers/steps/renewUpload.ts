import { runtime, type Context } from '@aws-appsync/utils';
import type { MutationGetUploadUrlArgs } from '../../schema/generated/types';
import { readFileId } from '../shared/fileId';
import type { FileRow } from '../shared/fileRow';
import { ownerOf } from '../shared/owner';
import { prolonged, whileGoingOn } from '../shared/pendingUpload';
import { readPromise } from '../shared/promise';
import { refuse } from '../shared/refuse';
import { failOnSourceError, hasConditionFailed } from '../shared/sourceError';
import type { Stash } from '../shared/stash';
import { updateRow } from '../shared/updateRow';

type Ctx = Context<MutationGetUploadUrlArgs, Pick<Stash, 'upload'>>;

/** Prolongs the named pending upload if it promised the same; does nothing for a new upload. */
export const request = (ctx: Ctx) => {
  const { input } = ctx.args;
  const fileId = input.fileId ?? null;
  if (fileId === null) return runtime.earlyReturn({});
  const promise = readPromise(ctx, input);
  const key = { UserId: ownerOf(ctx), FileId: readFileId(fileId, 'UPLOAD_NOT_FOUND') };
  return updateRow(key, prolonged(ctx), {
    ...whileGoingOn(ctx),
    FileName: { eq: promise.FileName },
    Size: { eq: promise.Size },
    ContentType: { eq: promise.ContentType },
    ChecksumSha256: sameAs(promise.ChecksumSha256),
    ChecksumCrc64Nvme: sameAs(promise.ChecksumCrc64Nvme),
  });
};

export const response = (ctx: Ctx): FileRow => {
  if (hasConditionFailed(ctx)) {
    refuse('UPLOAD_NOT_FOUND', 'You have no pending upload with this fileId and these properties.');
  }
  failOnSourceError(ctx);
  ctx.stash.upload = ctx.result;
  return ctx.result;
};

const sameAs = (value: string | undefined) => (value ? { eq: value } : { attributeExists: false });
