import type { Context } from '@aws-appsync/utils';
import type { UploadPolicy } from '../schema/generated/types';
import { limitOf } from './shared/limit';

/** Calls no source: the limits are in the API's environment. */
export const request = (): object => ({ payload: null });

export const response = (ctx: Context): UploadPolicy => ({
  maxFileBytes: limitOf(ctx, 'MAX_FILE_BYTES'),
  maxUserBytes: limitOf(ctx, 'MAX_USER_BYTES'),
  maxUserFiles: limitOf(ctx, 'MAX_USER_FILES'),
  maxPendingUploads: limitOf(ctx, 'MAX_PENDING_UPLOADS'),
  multipartThresholdBytes: limitOf(ctx, 'MULTIPART_THRESHOLD_BYTES'),
  minPartBytes: limitOf(ctx, 'MIN_PART_BYTES'),
  partUrlBatch: limitOf(ctx, 'PART_URL_BATCH'),
  urlLifetimeSeconds: limitOf(ctx, 'URL_LIFETIME_SECONDS'),
  pendingLifetimeSeconds: limitOf(ctx, 'PENDING_LIFETIME_SECONDS'),
  uploadLifetimeSeconds: limitOf(ctx, 'UPLOAD_LIFETIME_SECONDS'),
  trashLifetimeSeconds: limitOf(ctx, 'TRASH_LIFETIME_SECONDS'),
  maxExtraCharacters: limitOf(ctx, 'MAX_EXTRA_CHARACTERS'),
  allowedContentTypes: ctx.env['ALLOWED_CONTENT_TYPES']?.split(',') ?? [],
});
