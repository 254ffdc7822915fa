import type { Context } from '@aws-appsync/utils';
import type { SignedParts } from '../../functions/signUpload/signParts';
import type { SignedUpload, SignUploadEvent } from '../../functions/signUpload/signUpload';
import type { UploadTicket } from '../../schema/generated/types';
import { callFunction } from '../shared/callFunction';
import { limitOf } from '../shared/limit';
import { partCountOf } from '../shared/parts';
import { partsEvent } from '../shared/partsEvent';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<unknown, Pick<Stash, 'upload'>>;

/** Has a URL signed that accepts exactly the promised bytes, or URLs for the first parts. */
export const request = (ctx: Ctx) => {
  const row = ctx.stash.upload;
  const partCount = partCountOf(row);
  if (partCount !== null) {
    const first = Math.min(partCount, limitOf(ctx, 'PART_URL_BATCH'));
    return callFunction(ctx, partsEvent(row, { first }));
  }
  const payload: SignUploadEvent = {
    key: row.S3Key,
    size: row.Size,
    contentType: row.ContentType,
    checksumSha256: row.ChecksumSha256 ?? null,
    checksumCrc64Nvme: row.ChecksumCrc64Nvme ?? null,
  };
  return callFunction(ctx, payload);
};

export const response = (ctx: Ctx): UploadTicket => {
  failOnSourceError(ctx);
  const row = ctx.stash.upload;
  const file = { fileId: row.FileId, key: row.S3Key, partSize: row.PartSize ?? null, partCount: partCountOf(row) };
  if (row.PartSize) {
    const { parts, expiresAt }: SignedParts = ctx.result;
    return { ...file, method: 'MULTIPART', uploadUrl: null, headers: [], parts, expiresAt };
  }
  const { uploadUrl, headers, expiresAt }: SignedUpload = ctx.result;
  return { ...file, method: 'PUT', uploadUrl, headers, parts: null, expiresAt };
};
