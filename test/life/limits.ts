const MiB = 1024 ** 2;

/** Limits small enough to be reached in a test. */
export const most = { bytes: 12 * MiB, files: 8, pending: 5 } as const;

/** The environment with these limits. Files above 1 MiB are sent in parts, whose minimum size is S3's own. */
export const limits = {
  MAX_USER_BYTES: String(most.bytes),
  MAX_USER_FILES: String(most.files),
  MAX_PENDING_UPLOADS: String(most.pending),
  MULTIPART_THRESHOLD_BYTES: String(MiB),
  MIN_PART_BYTES: String(5 * MiB),
  TRASH_LIFETIME_SECONDS: String(48 * 60 * 60),
} as const;
