/** What one file and one upload may be. Resolvers read these as `ctx.env`, functions as `process.env`. */
export const limits = {
  /** The most bytes of one file: what S3 can store. */
  maxFileBytes: 5 * 1024 ** 4,
  /** Larger files are sent in parts. */
  multipartThresholdBytes: 64 * 1024 ** 2,
  /** The least bytes of a part; parts grow so that the largest file fits into S3's 10,000. */
  minPartBytes: 16 * 1024 ** 2,
  /** How many part URLs one answer holds at the most; a ticket comes with as many. */
  partUrlBatch: 50,
  /** How long a presigned URL works. */
  urlLifetimeSeconds: 300,
  /** How long an upload may stay PENDING before its row ends. */
  pendingLifetimeSeconds: 24 * 60 * 60,
  /** The most characters of `extra` as JSON. */
  maxExtraCharacters: 16 * 1024,
  /** The types a client may upload; `image/*` stands for every image type. Others are refused. */
  allowedContentTypes: [
    'application/gzip',
    'application/json',
    'application/msword',
    'application/octet-stream',
    'application/pdf',
    'application/rtf',
    'application/vnd.ms-excel',
    'application/vnd.ms-powerpoint',
    'application/vnd.oasis.opendocument.*',
    'application/vnd.openxmlformats-officedocument.*',
    'application/zip',
    'audio/*',
    'font/*',
    'image/*',
    'text/*',
    'video/*',
  ],
} as const;

/** Environment of the API and of the functions: name to value, as both worlds set it. */
export const environment = {
  MAX_FILE_BYTES: String(limits.maxFileBytes),
  MULTIPART_THRESHOLD_BYTES: String(limits.multipartThresholdBytes),
  MIN_PART_BYTES: String(limits.minPartBytes),
  PART_URL_BATCH: String(limits.partUrlBatch),
  URL_LIFETIME_SECONDS: String(limits.urlLifetimeSeconds),
  PENDING_LIFETIME_SECONDS: String(limits.pendingLifetimeSeconds),
  MAX_EXTRA_CHARACTERS: String(limits.maxExtraCharacters),
  ALLOWED_CONTENT_TYPES: limits.allowedContentTypes.join(','),
} as const;
