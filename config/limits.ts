import { bucket } from './bucket';

const day = 24 * 60 * 60;
const pendingLifetimeSeconds = day;

/** The limits of files, uploads and users. Resolvers read these from `ctx.env`, functions from `process.env`. */
export const limits = {
  /** The largest file that this API accepts. */
  maxFileBytes: 5 * 1024 ** 4,
  /** The quota: the most bytes of one person's files, reserved and used together, including the trash. */
  maxUserBytes: 100 * 1024 ** 3,
  /**
   * The most files of one person. A partition with local indexes may hold 10 GB. A row with the largest `extra`, in
   * ASCII, takes about 17 KB, and five times that with its index entries. At three bytes per character, 40,000 such
   * rows fill the partition, and DynamoDB refuses this person's next one.
   */
  maxUserFiles: 100_000,
  /** The most PENDING uploads that one person may have at once. */
  maxPendingUploads: 500,
  /** Larger files are sent in parts. */
  multipartThresholdBytes: 64 * 1024 ** 2,
  /** The smallest part size; it grows as needed for the file to fit into S3's 10,000 parts. */
  minPartBytes: 16 * 1024 ** 2,
  /** The most part URLs in one response; an upload ticket comes with up to as many. */
  partUrlBatch: 50,
  /** How long a presigned URL works. */
  urlLifetimeSeconds: 300,
  /** How long an upload may stay PENDING before its row expires, unless it is prolonged. */
  pendingLifetimeSeconds,
  /** The oldest an upload may be to be prolonged: it then expires before the bucket aborts its multipart upload. */
  uploadLifetimeSeconds: bucket.abortIncompleteMultipartDays * day - pendingLifetimeSeconds,
  /** How long a deleted file can be restored. */
  trashLifetimeSeconds: 30 * day,
  /** The most characters of `extra`, as JSON. */
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
