import { bucket } from './bucket';

const day = 24 * 60 * 60;
const pendingLifetimeSeconds = day;

/** What one file and one upload may be. Resolvers read these as `ctx.env`, functions as `process.env`. */
export const limits = {
  /** The most bytes of one file: what this API takes. */
  maxFileBytes: 5 * 1024 ** 4,
  /** The quota: the most bytes of one person's files, reserved and used together, those in the trash included. */
  maxUserBytes: 100 * 1024 ** 3,
  /**
   * The most files of one person. A partition with local indexes may hold 10 GB: a row with the largest `extra` takes
   * about 17 KB, five times over with its index entries. That is of ASCII: where a character takes three bytes, 40,000 such
   * rows fill it, and DynamoDB refuses this person's next.
   */
  maxUserFiles: 100_000,
  /** The most uploads of one person that are PENDING at once. */
  maxPendingUploads: 500,
  /** Larger files are sent in parts. */
  multipartThresholdBytes: 64 * 1024 ** 2,
  /** The least bytes of a part; parts grow so that the largest file fits into S3's 10,000. */
  minPartBytes: 16 * 1024 ** 2,
  /** How many part URLs one answer holds at the most; a ticket comes with as many. */
  partUrlBatch: 50,
  /** How long a presigned URL works. */
  urlLifetimeSeconds: 300,
  /** How long an upload may stay PENDING before its row ends, unless it is prolonged. */
  pendingLifetimeSeconds,
  /** How old an upload may be and still be prolonged: it then ends before the bucket aborts its parts. */
  uploadLifetimeSeconds: bucket.abortIncompleteMultipartDays * day - pendingLifetimeSeconds,
  /** How long a deleted file can be restored. */
  trashLifetimeSeconds: 30 * day,
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
