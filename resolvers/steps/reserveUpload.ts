import { util, type Context } from '@aws-appsync/utils';
import { put, update } from '@aws-appsync/utils/dynamodb';
import type { MutationGetUploadUrlArgs } from '../../schema/generated/types';
import { readFileId } from '../shared/fileId';
import type { FileRow } from '../shared/fileRow';
import { limitOf } from '../shared/limit';
import { ownerOf } from '../shared/owner';
import { readPromise } from '../shared/promise';
import { refuse } from '../shared/refuse';
import { failOnSourceError } from '../shared/sourceError';

type Ctx = Context<MutationGetUploadUrlArgs>;

/** Writes the PENDING row of a new upload, or prolongs that of one begun before. */
export const request = (ctx: Ctx) => {
  const { input } = ctx.args;
  const promise = readPromise(ctx, input);
  const seconds = util.time.nowEpochSeconds();
  const renewed = {
    UpdatedAt: util.time.nowISO8601(),
    ExpiresAt: seconds + limitOf(ctx, 'PENDING_LIFETIME_SECONDS'),
  };
  const UserId = ownerOf(ctx);

  const fileId = input.fileId ?? null;
  if (fileId !== null) {
    return update<FileRow>({
      key: { UserId, FileId: readFileId(fileId, 'UPLOAD_NOT_FOUND') },
      update: renewed,
      condition: {
        Status: { eq: 'PENDING' },
        ClosedAt: { attributeExists: false },
        ExpiresAt: { gt: seconds },
        FileName: { eq: promise.FileName },
        Size: { eq: promise.Size },
        ContentType: { eq: promise.ContentType },
        ChecksumSha256: sameAs(promise.ChecksumSha256),
        ChecksumCrc64Nvme: sameAs(promise.ChecksumCrc64Nvme),
      },
    });
  }
  return put<FileRow>({
    key: { UserId, FileId: util.autoUlid() },
    item: {
      ...promise,
      ...renewed,
      // The name stays out of the key: it is the user's to choose, the key is ours.
      S3Key: `uploads/${UserId}/${util.autoId()}`,
      Status: 'PENDING',
      CreatedAt: renewed.UpdatedAt,
      Version: 1,
    },
    condition: { FileId: { attributeExists: false } },
  });
};

export const response = (ctx: Ctx): FileRow => {
  if (ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException') {
    refuse('UPLOAD_NOT_FOUND', 'You have no pending upload with this fileId and these properties.');
  }
  failOnSourceError(ctx);
  ctx.stash['upload'] = ctx.result;
  return ctx.result;
};

const sameAs = (value: string | undefined) => (value ? { eq: value } : { attributeExists: false });
