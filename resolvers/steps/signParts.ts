import type { Context } from '@aws-appsync/utils';
import type { SignedParts } from '../../functions/signUpload/signParts';
import type { MutationGetUploadPartUrlsArgs, UploadPartUrls } from '../../schema/generated/types';
import { callFunction } from '../shared/callFunction';
import { limitOf } from '../shared/limit';
import { partCountOf } from '../shared/parts';
import { partsEvent } from '../shared/partsEvent';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';
import type { Stash } from '../shared/stash';

type Ctx = Context<MutationGetUploadPartUrlsArgs, Pick<Stash, 'upload'>>;

/** Has URLs signed for the parts that the client names. */
export const request = (ctx: Ctx) => {
  const row = ctx.stash.upload;
  const { partNumbers } = ctx.args.input;
  const partCount = partCountOf(row);
  if (partCount === null) return refuse('STATE_CONFLICT', 'This upload is one PUT: ask getUploadUrl for a new ticket.');
  const most = limitOf(ctx, 'PART_URL_BATCH');
  if (partNumbers.length < 1 || partNumbers.length > most) {
    refuse('INVALID_ARGUMENT', `Ask for 1 to ${most} parts at a time.`);
  }
  if (partNumbers.some((number) => number < 1 || number > partCount)) {
    refuse('INVALID_ARGUMENT', `The parts of this upload are 1 to ${partCount}.`);
  }
  return callFunction(ctx, partsEvent(row, { numbers: partNumbers }));
};

export const response = (ctx: Ctx): UploadPartUrls => {
  failOnSourceError(ctx);
  const { parts, expiresAt }: SignedParts = ctx.result;
  return { fileId: ctx.stash.upload.FileId, parts, expiresAt };
};
