/** What one file and one upload may be. Resolvers read these as `ctx.env`, functions as `process.env`. */
export const limits = {
  /** The most bytes of one file: what a single PUT to S3 may carry. */
  maxFileBytes: 5 * 1024 ** 3,
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
  URL_LIFETIME_SECONDS: String(limits.urlLifetimeSeconds),
  PENDING_LIFETIME_SECONDS: String(limits.pendingLifetimeSeconds),
  MAX_EXTRA_CHARACTERS: String(limits.maxExtraCharacters),
  ALLOWED_CONTENT_TYPES: limits.allowedContentTypes.join(','),
} as const;
