import { limits } from './limits';
import { tables } from './table';

/** Environment variables of the API and of the functions, as both cloud and twin set them. */
export const environment = {
  FILES_TABLE: tables.files.name,
  USAGE_TABLE: tables.usage.name,
  MAX_FILE_BYTES: String(limits.maxFileBytes),
  MAX_USER_BYTES: String(limits.maxUserBytes),
  MAX_USER_FILES: String(limits.maxUserFiles),
  MAX_PENDING_UPLOADS: String(limits.maxPendingUploads),
  MULTIPART_THRESHOLD_BYTES: String(limits.multipartThresholdBytes),
  MIN_PART_BYTES: String(limits.minPartBytes),
  PART_URL_BATCH: String(limits.partUrlBatch),
  URL_LIFETIME_SECONDS: String(limits.urlLifetimeSeconds),
  PENDING_LIFETIME_SECONDS: String(limits.pendingLifetimeSeconds),
  UPLOAD_LIFETIME_SECONDS: String(limits.uploadLifetimeSeconds),
  TRASH_LIFETIME_SECONDS: String(limits.trashLifetimeSeconds),
  MAX_EXTRA_CHARACTERS: String(limits.maxExtraCharacters),
  ALLOWED_CONTENT_TYPES: limits.allowedContentTypes.join(','),
} as const;
